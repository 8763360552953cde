package io.brokerscope.agent;

/** The page at {@code /}, for people who open the port in a browser. */
record LandingPage(String version) {
  String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Brokerscope</title></head>
        <body>
        <h1>Brokerscope</h1>
        <ul>
        <li><a href="/metrics">/metrics</a>: what Prometheus scrapes</li>
        <li><a href="/-/healthy">/-/healthy</a>: answers while this server runs</li>
        </ul>
        <p>Version %s</p>
        </body>
        </html>
        """
        .formatted(version);
  }
}

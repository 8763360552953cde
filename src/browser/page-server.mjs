// Serves the page that draws boards on loopback. The page asks Prometheus itself: by default that lets any page ask.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONTENT_TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

const ICONS = fileURLToPath(new URL('node_modules/@grafana/ui/dist/public/img/icons/', import.meta.url));

// Grafana's packages read window.grafanaBootData while they are loaded, so it must stand before the script.
const PAGE = `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/bundle/main.css">
<body style="margin:0">
<div id="root"></div>
<script>
  window.__grafana_public_path__ = '/';
  window.grafanaBootData = {
    settings: { featureToggles: {}, buildInfo: { version: '13.2.2', env: 'test' }, panels: {}, datasources: {}, apps: {} },
    user: { locale: 'en', language: 'en-US' },
    navTree: [],
  };
</script>
<script type="module" src="/bundle/main.js"></script>`;

/** Grafana's components ask for their icons where its server has them. */
function readIcon(path) {
  const name = path.match(/\/img\/icons\/([\w-]+\/[\w-]+\.svg)$/)?.[1];
  return name && existsSync(ICONS + name) ? readFileSync(ICONS + name) : undefined;
}

/** @param files the bundle, path -> bytes */
export async function servePage(files) {
  const server = createServer((request, response) => {
    const path = request.url.split('?')[0];
    const body = path === '/' ? PAGE : (files.get(path) ?? readIcon(path));
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    // Chromium keeps the compiled script for the next board.
    response.setHeader('cache-control', 'max-age=3600');
    response.setHeader('content-type', path === '/' ? 'text/html' : (CONTENT_TYPES[extname(path)] ?? 'text/plain'));
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

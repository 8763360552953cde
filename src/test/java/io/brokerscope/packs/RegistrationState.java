package io.brokerscope.packs;

/** The numbers that the active controller has for what a broker is (Kafka's class of this name). */
final class RegistrationState {
  static final int FENCED = 10;
  static final int SHUTTING_DOWN = 20;
  static final int ACTIVE = 30;

  private RegistrationState() {}

  /** What a controller's figures say of a broker. */
  static int of(int broker, Figures controller) {
    return (int)
        controller.value(
            "kafka_controller_kafkacontroller_brokerregistrationstate",
            "broker",
            Integer.toString(broker));
  }
}

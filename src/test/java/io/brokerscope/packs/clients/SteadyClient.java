package io.brokerscope.packs.clients;

/** Works at a steady pace, which does not grow, and does not end by itself. */
@FunctionalInterface
interface SteadyClient {

  /**
   * Works until something is not as expected.
   *
   * @throws Exception what was not; the program ends then
   */
  void work() throws Exception;
}

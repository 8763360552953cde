package io.brokerscope.packs.clients;

/** Works at a steady pace, which does not grow, and does not end by itself. */
@FunctionalInterface
interface SteadyClient {

  /**
   * @throws Exception when something is not as expected; the program ends then
   */
  void work() throws Exception;
}

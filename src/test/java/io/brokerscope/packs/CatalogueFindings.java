package io.brokerscope.packs;

import io.brokerscope.config.ConfigException;
import io.brokerscope.demo.MetricsPage.Family;
import io.brokerscope.packs.CommunityNames.Offer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was found out about the plant at one moment.
 *
 * @param agent what the agent tells by itself
 * @param dead the rules that matched nothing, whether or not a comment says why
 */
record CatalogueFindings(
    List<PackCatalogue> packs,
    AgentFamilies agent,
    List<DeadRule> dead,
    BrokerCoverage coverage,
    CommunityNames community) {
  private static final Pack BROKER = new Pack("kafka-broker.yml");

  static CatalogueFindings now() throws Exception {
    return of(ProcessReading.ofPlant());
  }

  private static CatalogueFindings of(List<ProcessReading> readings) throws Exception {
    List<PackCatalogue> packs = new ArrayList<>();
    List<DeadRule> dead = new ArrayList<>();
    for (Pack pack : Pack.all()) {
      List<MBeanReading> beans = ProcessReading.of(pack, readings);
      packs.add(PackCatalogue.of(pack, beans));
      dead.addAll(new DeadRules(pack).among(beans));
    }
    AgentFamilies agent = agentFamilies(packs, readings);
    return new CatalogueFindings(
        packs, agent, dead, coverage(readings), CommunityNames.among(offers(packs, agent)));
  }

  private static BrokerCoverage coverage(List<ProcessReading> readings)
      throws IOException, ConfigException {
    return BrokerCoverage.of(LivePlant.VERSION, BROKER, readings);
  }

  private static AgentFamilies agentFamilies(
      List<PackCatalogue> packs, List<ProcessReading> readings)
      throws IOException, InterruptedException {
    Set<String> ofRules = new TreeSet<>();
    packs.forEach(pack -> ofRules.addAll(pack.names(Pack.Form.DEBUG)));
    List<Family> families = new ArrayList<>();
    for (ProcessReading reading : readings) {
      families.addAll(reading.process().page().families());
    }
    return AgentFamilies.of(families, ofRules);
  }

  /** By file of rules, with what the agent adds to any. */
  private static Map<String, Offer> offers(List<PackCatalogue> packs, AgentFamilies agent) {
    Map<String, Offer> offers = new HashMap<>();
    for (PackCatalogue pack : packs) {
      Set<String> shipped = pack.names(Pack.Form.DEFAULT);
      Set<String> withDebug = pack.names(Pack.Form.DEBUG);
      shipped.addAll(agent.names());
      withDebug.addAll(agent.names());
      offers.put(pack.pack().name(), new Offer(shipped, withDebug));
    }
    return offers;
  }
}

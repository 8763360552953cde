/**
 * Outages on purpose: brokers and controllers with agents, the monitor, a Prometheus with the
 * shipped rules and an Alertmanager with the shipped routes, all real, and a receiver that notes
 * who was told what and when. Only time runs faster: {@link
 * io.brokerscope.alerts.drills.TimeScale}.
 */
package io.brokerscope.alerts.drills;

/**
 * Consumer lag: what groups have committed, how many messages that is behind, and how old the
 * oldest of them is; Burrow's status. It knows nothing of HTTP and of when it is asked.
 */
package io.brokerscope.monitor.lag;

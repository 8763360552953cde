/** The agent where most brokers run: in containers of the official images, which Docker starts. */
package io.brokerscope.container;

/**
 * The shipped rules on live processes of all the kinds they are for. Knows no single figure's place
 * in the code: it looks at what a process exposes and what its MBeans say.
 */
package io.brokerscope.packs;

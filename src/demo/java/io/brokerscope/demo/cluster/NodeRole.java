package io.brokerscope.demo.cluster;

/** What a KRaft node does in its cluster. */
public enum NodeRole {
  COMBINED("broker,controller"),
  BROKER("broker"),
  CONTROLLER("controller");

  private final String processRoles;

  NodeRole(String processRoles) {
    this.processRoles = processRoles;
  }

  /** The setting {@code process.roles}. */
  String processRoles() {
    return processRoles;
  }

  boolean servesClients() {
    return this != CONTROLLER;
  }

  boolean votes() {
    return this != BROKER;
  }
}

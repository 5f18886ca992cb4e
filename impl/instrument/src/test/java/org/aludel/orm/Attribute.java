package org.aludel.orm; public class Attribute<E,T> {}

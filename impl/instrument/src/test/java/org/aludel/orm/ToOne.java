package org.aludel.orm; public class ToOne<E,T> {}

package org.aludel.orm; public class ToMany<E,T> {}

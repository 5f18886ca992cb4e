package org.aludel.orm;
public class Orm {
 public static <E,T> Attribute<E,T> attribute(Class<E> c, String n){return new Attribute<>();}
 public static <E,T> ToMany<E,T> toMany(Class<E> c, String n, Class<T> t){return new ToMany<>();}
 public static <E,T> ToOne<E,T> toOne(Class<E> c, String n, Class<T> t){return new ToOne<>();}
}

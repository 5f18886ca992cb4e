package org.aludel.orm.internal.query;

import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MultipleResultsException;
import org.aludel.errors.NoResultException;
import org.aludel.orm.LoadOption;

/** Mistakes that show when a query is made or executed. */
final class QueryErrors {

    private QueryErrors() {}

    static InvalidRequestException notInQuery(Object relation, Object owner) {
        return new InvalidRequestException(
                "ALU-0702",
                "a join starts from " + owner + ", which is not part of the query; where: join(" + relation
                        + "); what to do: join or select " + owner + " first, or start with from(...)");
    }

    static ArgumentException comparedWithItself(Object attribute) {
        return new ArgumentException(
                "ALU-0703",
                "a join compares " + attribute + " with itself, which is true for every row; where: the condition of a"
                        + " join; what to do: join aliased(...) of the class and use alias.get(...) on one side");
    }

    static ArgumentException badSlice(String what) {
        return new ArgumentException(
                "ALU-0704",
                "a slice is out of order; where: " + what
                        + "; what to do: give bounds that are not negative, the second not below the first");
    }

    static ArgumentException strangeOption(LoadOption option, Object selected) {
        return new ArgumentException(
                "ALU-0705",
                "an option is about a class that the query does not select; where: " + option + " in a query of "
                        + selected + "; what to do: put it on the option that loads its class, as in"
                        + " selectinLoad(a).options(joinedLoad(b))");
    }

    static NoResultException none(Object query) {
        return new NoResultException(
                "ALU-0706",
                "the query has no row where one is expected; where: " + query
                        + "; what to do: use oneOrNone() or first() where there may be none");
    }

    static MultipleResultsException several(Object query) {
        return new MultipleResultsException(
                "ALU-0707",
                "the query has several rows where at most one is expected; where: " + query
                        + "; what to do: add conditions, or use first() or all()");
    }

    static InvalidRequestException notBulk(String what) {
        return new InvalidRequestException(
                "ALU-0708",
                "a bulk statement takes conditions on a single class only; where: a query with " + what
                        + "; what to do: use conditions with any(...), has(...) or in(subquery) instead");
    }

    static ArgumentException joinedTwice(Object target) {
        return new ArgumentException(
                "ALU-0709",
                "a class is joined that is part of the query already; where: join of " + target
                        + "; what to do: join an alias: join(relation, aliased(...))");
    }

    static ArgumentException notSelectable(Object part) {
        return new ArgumentException(
                "ALU-0714",
                "a query can't select this; where: " + part
                        + "; what to do: select entity(...), an alias, an attribute or another expression, or a table");
    }
}

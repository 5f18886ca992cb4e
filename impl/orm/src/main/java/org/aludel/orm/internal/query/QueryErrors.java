package org.aludel.orm.internal.query;

import java.util.List;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MultipleResultsException;
import org.aludel.errors.NoResultException;
import org.aludel.orm.LoadOption;
import org.aludel.sql.FromItem;
import org.jspecify.annotations.Nullable;

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
                "a bulk statement is about the rows of one class that meet conditions; where: a query with " + what
                        + "; what to do: choose the rows by conditions, with in(subquery) for a part of them");
    }

    static InvalidRequestException strangeValue(String name, Object table) {
        return new InvalidRequestException(
                "ALU-0748",
                "a bulk update of objects in several tables sets a value of a table that is not theirs; where: query of "
                        + name + ", a value of " + table
                        + "; what to do: set a scalar subquery: select(...).where(...).scalarSubquery()");
    }

    static ArgumentException listInSubquery(Object part) {
        return new ArgumentException(
                "ALU-0749",
                "a list inside of rows is no column, and can't come from a subquery or set operation; where: " + part
                        + "; what to do: select it from the outermost query, with withEntities(...)");
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

    static InvalidRequestException noSuchName(String owner, String name, String what) {
        return new InvalidRequestException(
                "ALU-0735",
                owner + " has no " + what + " " + name + "; where: a step of a query that names it; what to do: use the"
                        + " name of a mapped " + what + " of " + owner + ", or name the class with a typed attribute");
    }

    static InvalidRequestException noForeignKey(
            String target, List<FromItem> candidates, @Nullable AludelException cause) {
        return new InvalidRequestException(
                "ALU-0736",
                "no single foreign key leads between " + target + " and what the query has; where: a join without a"
                        + " condition to "
                        + candidates.stream().map(FromItem::label).toList()
                        + "; what to do: join along a relation, give a condition, or name the left side with from(...)",
                cause);
    }

    static InvalidRequestException leadsElsewhere(Object relation, Class<?> reached, Class<?> type) {
        return new InvalidRequestException(
                "ALU-0737",
                "the relation leads to " + reached.getSimpleName() + "; where: join of " + type.getSimpleName()
                        + " along " + relation + "; what to do: join " + reached.getSimpleName()
                        + ", or use a relation that leads to " + type.getSimpleName());
    }

    static InvalidRequestException notForKey(String method, String what) {
        return new InvalidRequestException(
                "ALU-0738",
                method + " was called on a query with " + what + "; where: " + method
                        + "(...); what to do: call it on a query of one class to which nothing was added");
    }

    static InvalidRequestException nowhere(String type, String name) {
        return new InvalidRequestException(
                "ALU-0739",
                "neither " + type + " nor a class that its relations lead to has an attribute " + name
                        + "; where: a search by names; what to do: use the name of a mapped attribute");
    }

    static InvalidRequestException ambiguousName(String type, String name, Object paths) {
        return new InvalidRequestException(
                "ALU-0739",
                "several classes equally near to " + type + " have an attribute " + name + "; where: a search by names,"
                        + " along " + paths + "; what to do: join the class that is meant and filter by its attribute");
    }

    static InvalidRequestException noSingleParent(String owner, String target, Object relations) {
        return new InvalidRequestException(
                "ALU-0740",
                owner + " has not one single relation to " + target + "; where: withParent, which found " + relations
                        + "; what to do: name the relation: withParent(object, relation)");
    }

    static ArgumentException strangeParent(Object relation, Object parent) {
        return new ArgumentException(
                "ALU-0740",
                "the object is no owner of the relation; where: withParent of a "
                        + parent.getClass().getSimpleName() + " along " + relation
                        + "; what to do: give an object of the class that has the relation");
    }

    static InvalidRequestException missingColumn(Object attribute, List<String> labels) {
        return new InvalidRequestException(
                "ALU-0741",
                "a statement has no column for " + attribute + "; where: its columns are " + labels
                        + "; what to do: select the key of each class, as column or table_column, and a column for each"
                        + " expression");
    }

    static InvalidRequestException notJudged(String type) {
        return new InvalidRequestException(
                "ALU-0742",
                "the conditions can't be judged in memory; where: a bulk statement on " + type
                        + " with Synchronize.EVALUATE; what to do: use Synchronize.FETCH or AUTO");
    }

    static InvalidRequestException ofStatement(String step) {
        return new InvalidRequestException(
                "ALU-0743",
                step + " has no meaning for a query that reads the rows of a statement; where: " + step
                        + " after fromStatement(...); what to do: put it into the statement");
    }

    static ArgumentException noClass(Object selected) {
        return new ArgumentException(
                "ALU-0715",
                "the step needs a mapped class; where: a query of " + selected
                        + "; what to do: select or join a class, or use filter(...) with an expression");
    }

    static ArgumentException otherFactory() {
        return new ArgumentException(
                "ALU-0744",
                "the session is of another factory; where: query.withSession(...); what to do: give a session of the"
                        + " factory that maps the query's classes");
    }

    static InvalidRequestException strangeLimit(Object limit) {
        return new InvalidRequestException(
                "ALU-0746",
                "the limit of a SELECT of objects is no number; where: " + limit
                        + "; what to do: give a number, or use session.query(...)");
    }
}

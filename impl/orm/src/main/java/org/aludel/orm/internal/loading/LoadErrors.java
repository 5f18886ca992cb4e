package org.aludel.orm.internal.loading;

import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.LoadOption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;

/** Mistakes that show when objects are loaded. */
final class LoadErrors {

    private LoadErrors() {}

    static ArgumentException notJoined(RelationAttribute relation) {
        return new ArgumentException(
                "ALU-0712",
                "containsEager finds no join to take " + relation
                        + " from; where: options of the query; what to do: join"
                        + " the relation in the query, or use joinedLoad, which joins by itself");
    }

    static InvalidRequestException streamed(RelationAttribute relation, LoadOption.Kind kind) {
        return new InvalidRequestException(
                "ALU-0722",
                relation + " can't be loaded by " + kind + " while rows are streamed, because the rows are not there"
                        + " together; where: options of a query with yieldPer; what to do: use selectinLoad, which loads"
                        + " portion by portion, or read the whole answer");
    }

    static ArgumentException strangePath(String path, String reason) {
        return new ArgumentException(
                "ALU-0721",
                "an option does not follow its path: " + reason + "; where: " + path
                        + "; what to do: give the relations one inside the other, as in"
                        + " selectinLoad(User_.orders).options(selectinLoad(Order_.items))");
    }

    static InvalidRequestException raising(RelationAttribute relation, EntityKey key) {
        return new InvalidRequestException(
                "ALU-0711",
                relation + " is not loaded, and its query or mapping forbids to load it later; where: " + key
                        + "; what to do: load it in the query (selectinLoad, joinedLoad), or drop raiseLoad");
    }

    static InvalidRequestException raising(ColumnAttribute column, EntityKey key) {
        return new InvalidRequestException(
                "ALU-0711",
                column + " is left out, and its query or mapping forbids to read it later; where: " + key
                        + "; what to do: read it in the query (undefer), or drop raiseLoad");
    }

    static InvalidRequestException rowGone(MappedAttribute attribute, EntityKey key) {
        return new InvalidRequestException(
                "ALU-0713",
                "the row of an object is not there any more; where: " + attribute + " of " + key
                        + "; what to do: expunge the object, or roll back to see the state of the database anew");
    }
}

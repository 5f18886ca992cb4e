package org.aludel.orm.internal.session;

import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.History;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.state.AttributeChanges;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.sql.Expr;
import org.jspecify.annotations.Nullable;

/** What a program asks of single attributes of an object, or does to them, past its plain getters and setters. */
final class AttributeCalls {

    private final DefaultSession session;

    AttributeCalls(DefaultSession session) {
        this.session = session;
    }

    void set(Object object, String attribute, Expr<?> expression) {
        MappedAttribute mapped = session.mapperOf(object).attribute(attribute);
        if (!(mapped instanceof ColumnAttribute column) || column.isPrimaryKey()) {
            throw new ArgumentException(
                    "ALU-0532",
                    "a SQL expression can be assigned to a column outside the key only; where: " + mapped
                            + "; what to do: set the value itself");
        }
        EntityState state = EntityState.of(object);
        if (state == null || state.session() != session) {
            throw new InvalidRequestException(
                    "ALU-0512",
                    "a SQL expression can be assigned to an object of this session only; where: " + mapped
                            + "; what to do: add the object first");
        }
        state.assignExpression(object, column, expression);
    }

    History<@Nullable Object> history(Object object, String attribute, boolean load) {
        EntityMapper mapper = session.mapperOf(object);
        MappedAttribute mapped = mapper.attribute(attribute);
        EntityState state = EntityState.of(object);
        if (load && state != null) {
            state.require(object, mapped);
        }
        return Histories.of(object, mapper, mapped);
    }

    void flagModified(Object object, String attribute) {
        MappedAttribute mapped = session.mapperOf(object).attribute(attribute);
        EntityState state = EntityState.of(object);
        if (state == null) {
            return; // all values of a new object are written
        }
        if (!state.isLoaded(mapped)) {
            throw new InvalidRequestException(
                    "ALU-0481",
                    "an attribute that is not loaded can't be flagged as modified; where: " + mapped + " of " + state
                            + "; what to do: read it first");
        }
        state.flagModified(object, mapped);
    }

    void flagDirty(Object object) {
        EntityState state = EntityState.of(object);
        if (state != null && state.session() == session) {
            state.flagDirty(object);
        }
    }

    void setCommitted(Object object, String attribute, @Nullable Object value) {
        AttributeChanges.setCommitted(object, session.mapperOf(object).attribute(attribute), value);
    }

    void revert(Object object) {
        EntityState state = session.membership().requirePersistent(object, "revert");
        state.revert(object);
        session.modified().remove(state);
    }
}

package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** How the members of a to-many relation are kept. */
public final class CollectionSpec {

    private final CollectionKind kind;
    private final ColumnAttribute[] key;
    private final @Nullable Function<Object, ?> keyFunction;
    private final @Nullable Comparator<Object> comparator;
    private final @Nullable ColumnAttribute position;
    private final IntUnaryOperator numbering;
    private final @Nullable CollectionRoles roles;

    CollectionSpec(
            CollectionKind kind,
            List<ColumnAttribute> key,
            @Nullable Function<Object, ?> keyFunction,
            @Nullable Comparator<Object> comparator,
            @Nullable ColumnAttribute position,
            IntUnaryOperator numbering,
            @Nullable CollectionRoles roles) {
        this.kind = kind;
        this.key = key.toArray(new ColumnAttribute[0]);
        this.keyFunction = keyFunction;
        this.comparator = comparator;
        this.position = position;
        this.numbering = numbering;
        this.roles = roles;
    }

    public CollectionKind kind() {
        return kind;
    }

    /** The order of members or keys; null for the natural one. */
    public @Nullable Comparator<Object> comparator() {
        return comparator;
    }

    /** The attribute of the members that holds their position. */
    public @Nullable ColumnAttribute position() {
        return position;
    }

    public IntUnaryOperator numbering() {
        return numbering;
    }

    /** The roles of a class of the program's own. */
    public @Nullable CollectionRoles roles() {
        return roles;
    }

    /** The key of a member of a map. */
    public @Nullable Object keyOf(Object member, @Nullable HiddenValues state) {
        if (keyFunction != null) {
            return keyFunction.apply(member);
        }
        if (key.length == 1) {
            return key[0].get(member, state);
        }
        List<@Nullable Object> parts = new ArrayList<>(key.length);
        for (ColumnAttribute part : key) {
            parts.add(part.get(member, state));
        }
        return Collections.unmodifiableList(parts);
    }
}

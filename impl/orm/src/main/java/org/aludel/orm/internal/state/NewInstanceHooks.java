package org.aludel.orm.internal.state;

import org.aludel.orm.instrument.AttributeTraps;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What happens on instances that no session has seen: collections are tracked from the first access or assignment, and
 * both sides of a relation are kept in step. Columns are left alone, so writing them costs nothing.
 */
public final class NewInstanceHooks implements AttributeTraps.Hooks {

    private final StateLayout layout;

    private NewInstanceHooks(StateLayout layout) {
        this.layout = layout;
    }

    /** Installs the hooks for new instances of a mapped class. Of several factories the last one built wins. */
    public static void install(StateLayout layout) {
        NewInstanceHooks hooks = layout.hooks;
        if (hooks == null) {
            hooks = new NewInstanceHooks(layout);
            layout.hooks = hooks;
        }
        layout.mapper
                .instrumented()
                .traps()
                .install(
                        hooks,
                        layout.collectionBits | layout.initialBits,
                        layout.relationBits | layout.listenedBits,
                        layout.hearsInit());
    }

    /** Takes the hooks away, so that a factory that is closed leaves nothing behind in its classes. */
    public static void remove(StateLayout layout) {
        NewInstanceHooks hooks = layout.hooks;
        if (hooks != null) {
            layout.hooks = null;
            layout.mapper.instrumented().traps().remove(hooks);
        }
    }

    @Override
    public void onChanged(Object instance, int index) {
        if (layout.at(index) instanceof ColumnAttribute column) {
            MutableValues.tell(instance, column);
        }
    }

    @Override
    public void onInit(Object instance) {
        layout.tellInit(instance);
    }

    @Override
    public void onRead(Object instance, int index) {
        MappedAttribute attribute = layout.at(index);
        if (attribute instanceof RelationAttribute relation) {
            if (relation.isCollection() && relation.get(instance, null) == null) {
                TrackedCollections.made(instance, null, relation);
            }
        } else if (attribute instanceof CompositeAttribute composite) {
            Composites.readNew(instance, composite);
        } else if (attribute instanceof ColumnAttribute column) {
            AttributeChanges.readInitially(instance, column);
        }
    }

    @Override
    public @Nullable Object onWrite(Object instance, int index, @Nullable Object value) {
        MappedAttribute attribute = layout.at(index);
        if (attribute instanceof CompositeAttribute composite) {
            return Composites.takeNew(instance, composite, value);
        }
        if (!(attribute instanceof RelationAttribute relation)) {
            return attribute == null ? value : AttributeChanges.told(instance, null, attribute, value);
        }
        return relation.isCollection()
                ? TrackedCollections.replace(instance, null, relation, value)
                : Pairing.replaceReference(instance, null, relation, value);
    }
}

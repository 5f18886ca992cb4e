package org.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Init;
import org.aludel.orm.Serializing;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.internal.events.AttributeListeners;
import org.aludel.orm.internal.events.EventHub;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The masks and slots that all states of one mapped class share: computed once, so that making a state for a loaded row
 * is two assignments of constants.
 *
 * <p>A slot is an attribute's run-time index; columns without a field have slots behind the last index.
 */
public final class StateLayout {

    final EntityMapper mapper;
    final int fields;
    final int slots;
    final int hiddenCount;
    /** Attributes from this index on share the last bit of the masks. */
    static final int SHARED = 63;

    private final @Nullable MappedAttribute[] bySlot;
    final ColumnAttribute[] columns;
    final RelationAttribute[] relations;
    final RelationAttribute[] collections;
    final CompositeAttribute[] composites;

    /** Bits of all relations: not loaded after a plain row was read. */
    final long relationBits;

    /** Bits of to-many relations alone. */
    final long collectionBits;

    /** Bits that trap writes on a persistent instance. */
    final long trackedBits;

    /** Bits that trap reads after everything but the key was expired. */
    final long expiringBits;

    /** Bits of composites: made of their columns when they are read. */
    final long compositeBits;

    /** Bits of attributes whose every write matters: of composites and of their columns' own fields. */
    final long pinnedBits;

    /** Bits of attributes whose writes are told to listeners, or matter otherwise. */
    long listenedBits;

    /** Bits of columns of new objects whose first read is told to listeners. */
    long initialBits;

    /** What happens on new objects of the class; null until it is installed, and after it was removed. */
    @Nullable
    NewInstanceHooks hooks;

    private @Nullable EventHub hub;
    private ColumnAttribute[] mutable = {};

    /** Whether some attributes share the last bit. */
    final boolean wide;

    public StateLayout(EntityMapper mapper) {
        this.mapper = mapper;
        this.columns = mapper.columns();
        this.relations = fieldRelations(mapper);
        this.fields = mapper.instrumented().attributes().size();
        this.hiddenCount = countHidden(columns);
        this.slots = fields + hiddenCount;
        this.bySlot = new MappedAttribute[slots];
        long tracked = 0;
        for (ColumnAttribute column : columns) {
            bySlot[slot(column)] = column;
            if (column.index() >= 0) {
                tracked |= InstanceState.bit(column.index());
            }
        }
        long relationMask = 0;
        long collectionMask = 0;
        List<RelationAttribute> toMany = new ArrayList<>();
        for (RelationAttribute relation : relations) {
            bySlot[relation.index()] = relation;
            long bit = InstanceState.bit(relation.index());
            relationMask |= bit;
            if (relation.isCollection()) {
                collectionMask |= bit;
                toMany.add(relation);
            }
        }
        this.collections = toMany.toArray(new RelationAttribute[0]);
        this.relationBits = relationMask;
        this.collectionBits = collectionMask;
        this.composites = mapper.composites();
        long compositeMask = 0;
        long pinned = 0;
        for (CompositeAttribute composite : composites) {
            bySlot[composite.index()] = composite;
            compositeMask |= composite.bit();
            for (ColumnAttribute part : composite.parts()) {
                pinned |= part.bit();
            }
        }
        this.compositeBits = compositeMask;
        this.pinnedBits = pinned | compositeMask;
        this.listenedBits = pinnedBits;
        this.initialBits = compositeMask;
        this.trackedBits = tracked | relationMask | compositeMask;
        long keyMask = 0;
        for (ColumnAttribute part : mapper.primaryKey()) {
            keyMask |= part.bit();
        }
        this.expiringBits = trackedBits & ~keyMask;
        this.wide = fields > SHARED;
    }

    /** Columns whose values are changed in place. */
    public ColumnAttribute[] mutable() {
        return mutable;
    }

    /** Names of the class's attributes by run-time index. */
    String[] names() {
        return mapper.instrumented().attributes().stream()
                .map(InstrumentedType.AttributeInfo::name)
                .toArray(String[]::new);
    }

    /** The class that these states belong to. */
    public EntityMapper mapper() {
        return mapper;
    }

    /** Notes for each attribute who is told of its changes; for objects that are made or loaded from now on. */
    public void listen(EventHub events) {
        hub = events;
        mutable = MutableValues.of(columns);
        long writes = 0;
        for (ColumnAttribute column : mutable) {
            writes |= column.bit();
        }
        long reads = 0;
        for (MappedAttribute attribute : bySlot) {
            if (attribute == null) {
                continue;
            }
            AttributeListeners found = events.of(attribute.owner().type(), attribute.name());
            attribute.listeners(found);
            if (found != null && attribute.index() >= 0) {
                writes |= found.hearsWrites() || found.hearsInitialReads() ? attribute.bit() : 0;
                reads |= found.hearsInitialReads() && attribute instanceof ColumnAttribute ? attribute.bit() : 0;
            }
        }
        listenedBits = writes | pinnedBits;
        initialBits = reads | compositeBits;
    }

    /** Tells listeners that an instance is written to a stream. */
    void tellSerializing(EntityState state) {
        Object instance = state.get();
        if (instance != null && hub != null) {
            hub.fire(Serializing.class, () -> new Serializing(instance));
        }
    }

    /** Tells listeners that a constructor of the class runs. */
    void tellInit(Object instance) {
        if (hub != null) {
            hub.fire(Init.class, () -> new Init(instance));
        }
    }

    /** Whether somebody wants to know of constructors. */
    boolean hearsInit() {
        return hub != null && !hub.isEmpty() && hub.wants(Init.class, mapper.type());
    }

    /** The position of an attribute in arrays of a state. */
    int slot(MappedAttribute attribute) {
        int index = attribute.index();
        return index >= 0 ? index : fields + ((ColumnAttribute) attribute).hiddenSlot();
    }

    /** The mapped attribute in a slot, or null for a field that is not mapped. */
    @Nullable
    MappedAttribute at(int slot) {
        return bySlot[slot];
    }

    private static RelationAttribute[] fieldRelations(EntityMapper mapper) {
        List<RelationAttribute> found = new ArrayList<>();
        for (RelationAttribute relation : mapper.relations()) {
            if (relation.index() >= 0) {
                found.add(relation);
            }
        }
        return found.toArray(new RelationAttribute[0]);
    }

    private static int countHidden(ColumnAttribute[] columns) {
        int highest = -1;
        for (ColumnAttribute column : columns) {
            if (column.index() < 0) {
                highest = Math.max(highest, column.hiddenSlot());
            }
        }
        return highest + 1;
    }
}

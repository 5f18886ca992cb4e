package org.aludel.instrument.testing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.instrument.InstanceState;
import org.aludel.orm.instrument.Instrumented;
import org.jspecify.annotations.Nullable;

/** A tracking state that writes down what it is told, as "r name" and "w name=old->new". */
public final class RecordingState extends InstanceState {

    private static final long serialVersionUID = 1L;

    public final List<String> log = new ArrayList<>();

    public @Nullable Object key;

    private RecordingState(@Nullable Object instance, long read, long write) {
        super(instance, null);
        trapRead = read;
        trapWrite = write;
    }

    /** Attaches a state with all traps set. */
    public static RecordingState on(Object instance) {
        return on(instance, -1, -1);
    }

    public static RecordingState on(Object instance, long read, long write) {
        RecordingState state = new RecordingState(instance, read, write);
        ((Instrumented) instance).$aludel_state(state);
        return state;
    }

    @Override
    public void onRead(Object instance, int attribute) {
        log.add("r " + name(instance, attribute));
    }

    @Override
    public @Nullable Object onWrite(Object instance, int attribute, @Nullable Object value) {
        Object old = ((Instrumented) instance).$aludel_raw(attribute);
        log.add("w " + name(instance, attribute) + "=" + old + "->" + value);
        return value;
    }

    private static String name(Object instance, int attribute) {
        return ((Instrumented) instance)
                .$aludel_type()
                .attributes()
                .get(attribute)
                .name();
    }

    @Override
    protected Serializable snapshot() {
        return new Snapshot(key, trapRead);
    }

    private record Snapshot(@Nullable Object key, long unloaded) implements Serializable {

        private Object readResolve() {
            RecordingState state = new RecordingState(null, unloaded, 0);
            state.key = key;
            return state;
        }
    }
}

package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.instrument.agent.Agent;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mapped;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.instrument.InstrumentedType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The classes here are compiled without the processor: only the listener can have enhanced them. */
@Tag("MAP-17")
@Instrument(InstrumentingListenerTest.Named.class)
class InstrumentingListenerTest {

    @Mapped
    static class Person {
        private String name = "ed";
        private int age;
    }

    static class Named {
        int value;
    }

    @Test
    void agentIsAttachedBeforeMappedClassesLoad() {
        assertThat(Agent.isActive()).isTrue();
        Person person = new Person();
        assertThat(person).isInstanceOf(Instrumented.class);
        person.age++;
        assertThat(((Instrumented) (Object) person).$aludel_raw(1)).isEqualTo(1);
        assertThat(person.name).isEqualTo("ed");
    }

    @Test
    void classesNamedByAnAnnotationElsewhereAreEnhancedToo() {
        assertThat(InstrumentedType.of(Named.class).attributes()).hasSize(1);
    }
}

package org.aludel.databases.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.EchoSink;
import org.aludel.engine.Engine;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What engines show of mappings and flushes when they are told to, in the same stream as statements. */
@Tag("ENG-02")
class SessionEchoTest {

    /** Something with a key and a name. */
    @Mapped(table = "echoed_things")
    static class Thing {
        @Id
        Integer id;

        String name;
    }

    private final List<EchoSink.Line> lines = new ArrayList<>();
    private final Engine engine = Engine.create("h2:///mem:session_echo");

    SessionEchoTest() {
        engine.echoTo(lines::add);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private SessionFactory factory() {
        SessionFactory factory = SessionFactory.builder(engine).map(Thing.class).build();
        factory.metaData().createAll(engine);
        return factory;
    }

    private static void save(SessionFactory factory) {
        factory.useTransaction(session -> {
            Thing thing = new Thing();
            thing.name = "brush";
            session.add(thing);
        });
    }

    private List<String> texts(EchoCategory category) {
        return lines.stream()
                .filter(line -> line.category() == category)
                .map(EchoSink.Line::text)
                .toList();
    }

    @Test
    void mappingsAreShownWhenTheFactoryIsBuilt() {
        engine.echo(EchoCategory.MAPPER, true);
        factory();
        assertThat(texts(EchoCategory.MAPPER))
                .singleElement()
                .asString()
                .contains("Thing -> echoed_things: id (key), name");
    }

    @Test
    void flushesAreShownBeforeTheirStatements() {
        SessionFactory factory = factory();
        save(factory);
        assertThat(lines).isEmpty();
        engine.echo(EchoCategory.FLUSH, true);
        engine.echo(true);
        save(factory);
        assertThat(texts(EchoCategory.FLUSH))
                .singleElement()
                .asString()
                .startsWith("flush plan: 1 batch, 1 row")
                .contains("INSERT echoed_things");
        assertThat(lines.stream().map(EchoSink.Line::category))
                .startsWith(EchoCategory.FLUSH)
                .contains(EchoCategory.ENGINE);
        lines.clear();
        engine.echo(EchoCategory.FLUSH, false);
        save(factory);
        assertThat(texts(EchoCategory.FLUSH)).isEmpty();
    }
}

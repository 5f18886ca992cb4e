package org.aludel.acceptance.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.cdi.AfterFlush;
import org.aludel.cdi.AludelExtension;
import org.aludel.cdi.BeforeFlush;
import org.aludel.cdi.Db;
import org.aludel.cdi.EngineDefinition;
import org.aludel.engine.Engine;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.FlushEvent;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LocalTransactionsTest {

    /** A bean with a session and an engine defined beside it. */
    @ApplicationScoped
    @EngineDefinition(url = "h2:///mem:local")
    @EngineDefinition(name = "archive", url = "h2:///mem:archive")
    public static class Notes {

        @Inject
        Session session;

        @Inject
        SessionFactory sessions;

        @Inject
        Engine engine;

        @Inject
        @Db("archive")
        Session archive;

        @Inject
        @Db("archive")
        SessionFactory archives;

        void create() {
            sessions.metaData().createAll(engine);
            archives.metaData().createAll(archives.engine());
        }

        @ActivateRequestContext
        public long addAndCommit(String text) {
            session.add(new Note(text));
            session.commit();
            return session.query(Note.class).count();
        }

        @ActivateRequestContext
        public void addWithoutCommit(String text) {
            session.add(new Note(text));
            session.flush();
        }

        @ActivateRequestContext
        public long archived(String text) {
            archive.add(new Note(text));
            archive.commit();
            return archive.query(Note.class).count();
        }

        @ActivateRequestContext
        public void closeByHand() {
            session.close();
        }

        long outsideAnyRequest() {
            return session.query(Note.class).count();
        }

        long count() {
            return sessions.inTransaction(s -> s.query(Note.class).count());
        }
    }

    /** Hears of flushes. */
    @ApplicationScoped
    public static class Auditor {

        private final List<String> heard = new ArrayList<>();

        void before(@Observes @BeforeFlush FlushEvent event) {
            heard.add("before " + event.inserted().size());
        }

        void after(@Observes @AfterFlush FlushEvent event) {
            heard.add("after " + event.inserted().size());
        }

        void ofArchive(@Observes @AfterFlush @Db("archive") FlushEvent event) {
            heard.add("archive");
        }

        public List<String> heard() {
            return heard;
        }
    }

    /** Produces the engine itself. */
    @ApplicationScoped
    public static class OwnEngine {

        @Produces
        @ApplicationScoped
        Engine engine() {
            return Engine.create("h2:///mem:produced");
        }
    }

    /** Asks for an engine that nobody defines. */
    @ApplicationScoped
    public static class Lost {

        @Inject
        @Db("nowhere")
        Session session;
    }

    private static SeContainer start(Class<?>... beans) {
        return withSettings(
                Map.of("aludel.jta", "none", "aludel.mapped.packages", Note.class.getPackageName()),
                () -> SeContainerInitializer.newInstance()
                        .disableDiscovery()
                        .addExtensions(AludelExtension.class)
                        .addBeanClasses(beans)
                        .initialize());
    }

    private static <T> T withSettings(Map<String, String> settings, java.util.function.Supplier<T> work) {
        settings.forEach(System::setProperty);
        try {
            return work.get();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    @Tag("CDI-02")
    @Tag("CDI-03")
    @Tag("CDI-04")
    void aRequestsSessionCommitsByItself() {
        try (SeContainer container = start(Notes.class)) {
            Notes notes = container.select(Notes.class).get();
            notes.create();
            assertThat(notes.addAndCommit("first")).isEqualTo(1);
            notes.addWithoutCommit("lost with the request");
            assertThat(notes.count()).isEqualTo(1);
        }
    }

    @Test
    @Tag("CDI-01")
    @Tag("CDI-04")
    void aNamedEngineIsApartFromTheDefaultOne() {
        try (SeContainer container = start(Notes.class)) {
            Notes notes = container.select(Notes.class).get();
            notes.create();
            assertThat(notes.archived("kept apart")).isEqualTo(1);
            assertThat(notes.count()).isZero();
        }
    }

    @Test
    @Tag("CDI-05")
    void observersHearOfFlushes() {
        try (SeContainer container = start(Notes.class, Auditor.class)) {
            Notes notes = container.select(Notes.class).get();
            notes.create();
            notes.addAndCommit("first");
            Auditor auditor = container.select(Auditor.class).get();
            assertThat(auditor.heard()).containsExactly("before 1", "after 1");
            notes.archived("second");
            assertThat(auditor.heard()).contains("archive");
        }
    }

    @Test
    @Tag("CDI-03")
    void outsideARequestTheErrorSaysWhatToActivate() {
        try (SeContainer container = start(Notes.class)) {
            Notes notes = container.select(Notes.class).get();
            assertThatThrownBy(notes::outsideAnyRequest)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0910")
                    .hasMessageContaining("request");
        }
    }

    @Test
    void anInjectedSessionIsNotClosedByHand() {
        try (SeContainer container = start(Notes.class)) {
            Notes notes = container.select(Notes.class).get();
            assertThatThrownBy(notes::closeByHand).hasMessageContaining("ALU-0911");
        }
    }

    @Test
    @Tag("CDI-04")
    void aProducedEngineIsUsed() {
        try (SeContainer container = start(OwnEngine.class)) {
            SessionFactory sessions = container.select(SessionFactory.class).get();
            sessions.metaData().createAll(sessions.engine());
            sessions.useTransaction(session -> session.add(new Note("x")));
            assertThat(sessions.<Long, RuntimeException>inTransaction(
                            s -> s.query(Note.class).count()))
                    .isEqualTo(1);
        }
    }

    @Test
    @Tag("CDI-01")
    void anEngineThatNobodyDefinesIsNamed() {
        assertThatThrownBy(() -> start(Lost.class).close())
                .hasMessageContaining("ALU-0904")
                .hasMessageContaining("engine 'nowhere'")
                .hasMessageContaining("aludel.nowhere.url");
    }
}

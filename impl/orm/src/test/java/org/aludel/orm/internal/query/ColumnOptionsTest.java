package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.lazyLoad;
import static org.aludel.orm.Orm.load;
import static org.aludel.orm.Orm.loadOnly;
import static org.aludel.orm.Orm.queryExpression;
import static org.aludel.orm.Orm.raiseLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.orm.Orm.undefer;
import static org.aludel.orm.Orm.withExpression;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Col;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.ToMany;
import org.aludel.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Columns that are left out, for good or until they are asked for, and attributes that a query gives its own meaning. */
@Tag("MAP-12")
class ColumnOptionsTest {

    @Mapped(table = "writers")
    static class Writer {
        @Id
        Integer id;

        @Col(length = 40)
        String name;

        @Col(deferred = true, raiseLoad = true)
        String secret;

        Long works;
        Integer doubled;

        @Relationship(backref = "writer", orderBy = "id")
        List<Work> written = new ArrayList<>();

        @Configures
        static void configure(ClassMapping<Writer> mapping) {
            mapping.property("works", queryExpression(Types.BIGINT));
            mapping.property(
                    "doubled",
                    queryExpression(attribute(Writer.class, "id", Integer.class).plus(0)));
        }

        private static <T> Attribute<Writer, T> attribute(Class<Writer> type, String name, Class<T> value) {
            return org.aludel.orm.Orm.attribute(type, name);
        }
    }

    @Mapped(table = "works")
    static class Work {
        @Id
        Integer id;

        @Col(length = 40)
        String title;

        @Col(length = 400)
        String text;

        @References("writers.id")
        Integer writerId;

        @Relationship
        Writer writer;
    }

    private static final Attribute<Writer, Integer> ID = attribute(Writer.class, "id");
    private static final Attribute<Writer, String> NAME = attribute(Writer.class, "name");
    private static final Attribute<Writer, String> SECRET = attribute(Writer.class, "secret");
    private static final Attribute<Writer, Long> WORKS = attribute(Writer.class, "works");
    private static final Attribute<Writer, Integer> DOUBLED = attribute(Writer.class, "doubled");
    private static final ToMany<Writer, Work> WRITTEN = toMany(Writer.class, "written");
    private static final Attribute<Work, Integer> WORK_ID = attribute(Work.class, "id");
    private static final Attribute<Work, String> TEXT = attribute(Work.class, "text");
    private static final Attribute<Work, Integer> WRITER_ID = attribute(Work.class, "writerId");

    private final Engine engine = Engine.create("h2:///mem:columnoptions");
    private final List<String> sql = new ArrayList<>();
    private SessionFactory sessions;
    private Session session;

    @BeforeEach
    void open() {
        sessions = SessionFactory.builder(engine).map(Writer.class, Work.class).build();
        sessions.metaData().createAll(engine);
        sessions.useTransaction(s -> {
            Writer ann = new Writer();
            ann.name = "ann";
            ann.secret = "s";
            Work first = new Work();
            first.title = "one";
            first.text = "long";
            Work second = new Work();
            second.title = "two";
            ann.written.add(first);
            ann.written.add(second);
            Writer bob = new Writer();
            bob.name = "bob";
            s.addAll(ann, bob);
        });
        session = sessions.open();
        engine.on(AfterExecute.class, event -> sql.add(event.sql()));
    }

    @AfterEach
    void close() {
        session.close();
        sessions.close();
        engine.close();
    }

    private static LoadOption works() {
        return withExpression(
                WORKS, select(count(WORK_ID)).where(WRITER_ID.eq(ID)).scalarSubquery());
    }

    @Test
    void anAttributeIsReadFromAnExpressionOfTheQuery() {
        List<Writer> writers =
                session.query(Writer.class).options(works()).orderBy(ID).all();

        assertThat(writers).extracting(writer -> writer.works).containsExactly(2L, 0L);
        assertThat(sql).hasSize(1);
    }

    @Test
    void withoutOneItIsNullAndCostsNoStatement() {
        Writer ann = session.query(Writer.class).orderBy(ID).first();

        assertThat(ann.works).isNull();
        assertThat(ann.doubled).as("the usual expression").isEqualTo(1);
        assertThat(sql).hasSize(1);
    }

    @Test
    void expressionsWithOtherValuesAreTheSameStructure() {
        assertThat(session.query(Writer.class)
                        .options(withExpression(DOUBLED, ID.times(2)))
                        .orderBy(ID)
                        .all())
                .extracting(writer -> writer.doubled)
                .containsExactly(2, 4);
        int compiled = engine.statementCache().size();
        assertThat(session.query(Writer.class)
                        .options(withExpression(DOUBLED, ID.times(3)))
                        .populateExisting()
                        .orderBy(ID)
                        .all())
                .extracting(writer -> writer.doubled)
                .containsExactly(3, 6);
        assertThat(engine.statementCache().size()).isEqualTo(compiled);
    }

    @Test
    void objectsInTheSessionKeepWhatWasRead() {
        session.query(Writer.class)
                .options(withExpression(DOUBLED, ID.times(2)))
                .all();

        assertThat(session.query(Writer.class)
                        .options(withExpression(DOUBLED, ID.times(3)))
                        .orderBy(ID)
                        .all())
                .extracting(writer -> writer.doubled)
                .containsExactly(2, 4);
    }

    @Test
    void whatIsExpiredIsTheUsualAgain() {
        Writer ann = session.query(Writer.class)
                .options(works(), withExpression(DOUBLED, ID.times(2)))
                .orderBy(ID)
                .first();
        session.expire(ann);

        assertThat(ann.doubled).isEqualTo(1);
        assertThat(ann.works).isNull();
    }

    @Test
    void readingAColumnThatIsLeftOutMayBeAnError() {
        Work work = session.query(Work.class)
                .options(defer(TEXT).raiseLoad())
                .orderBy(WORK_ID)
                .first();

        assertThatThrownBy(() -> Objects.hash(work.text))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0711")
                .hasMessageContaining("text");
        assertThat(work.title).isEqualTo("one");
    }

    @Test
    void aMappingMayForbidToReadAColumnLater() {
        Writer ann = session.query(Writer.class).orderBy(ID).first();
        assertThatThrownBy(() -> Objects.hash(ann.secret)).hasMessageContaining("ALU-0711");
        assertThat(session.query(Writer.class)
                        .options(undefer(SECRET))
                        .populateExisting()
                        .orderBy(ID)
                        .first()
                        .secret)
                .isEqualTo("s");
    }

    @Test
    void onlyWhatIsLoadedMayBeRead() {
        Writer ann = session.query(Writer.class)
                .options(loadOnly(NAME).raiseLoad())
                .orderBy(ID)
                .first();
        assertThat(ann.name).isEqualTo("ann");
        assertThatThrownBy(() -> Objects.hash(ann.doubled)).hasMessageContaining("ALU-0711");
    }

    @Test
    void optionsForAllAttributesOfOneClassLeaveOthersAlone() {
        Row row = session.query(entity(Writer.class), entity(Work.class))
                .join(WRITTEN)
                .options(load(Work.class).options(defer("*"), raiseLoad("*")))
                .orderBy(WORK_ID)
                .first();
        Writer ann = row.get(entity(Writer.class));
        Work work = row.get(entity(Work.class));

        assertThat(sql.get(0)).contains("name").doesNotContain("title");
        assertThat(ann.written).hasSize(2);
        assertThatThrownBy(() -> Objects.hash(work.writer)).hasMessageContaining("ALU-0711");
    }

    @Test
    void optionsForAClassHaveNestedPaths() {
        Writer ann = session.query(Writer.class)
                .options(load(Writer.class)
                        .options(
                                lazyLoad("*"),
                                selectinLoad(WRITTEN).options(defer(TEXT).raiseLoad())))
                .orderBy(ID)
                .first();
        assertThat(sql).hasSize(2);
        assertThatThrownBy(() -> Objects.hash(ann.written.get(0).text)).hasMessageContaining("ALU-0711");
    }

    @Test
    void optionsForOneOccurrenceOfAClass() {
        Alias<Writer> other = aliased(Writer.class);
        session.query(entity(Writer.class), other)
                .join(other, other.get(ID).eq(ID))
                .options(load(other).options(defer("*")), load(Writer.class).options(joinedLoad(WRITTEN)))
                .all();
        assertThat(sql.get(0).split("name", -1)).as("name and its label").hasSizeBetween(2, 3);
        assertThat(sql).hasSize(1);
    }

    @Test
    void onlyColumnsThatAreLeftOutRaise() {
        assertThatThrownBy(() -> undefer(TEXT).raiseLoad())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0747");
    }
}

package org.aludel.orm.internal.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.ActiveRecord;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Records;
import org.aludel.orm.ScopedSession;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MAP-19")
class ActiveRecordTest {

    @Mapped(table = "notes")
    static class Note implements ActiveRecord {
        @Id
        Integer id;

        String text;
    }

    @Mapped(table = "others")
    static class Other implements ActiveRecord {
        @Id
        Integer id;
    }

    @Test
    void objectsSaveAndDeleteThemselves() {
        try (MemoryDatabase database = new MemoryDatabase(Note.class)) {
            ScopedSession sessions = ScopedSession.byThread(database.sessions);
            ActiveRecord.assign(sessions, Note.class);
            Records<Note> notes = ActiveRecord.of(Note.class);

            Note note = new Note();
            note.text = "a";
            note.save();
            assertThat(notes.get(note.id)).isSameAs(note);
            note.text = "b";
            note.save();
            assertThat(notes.getBy("text", "b")).isSameAs(note);
            assertThat(notes.selectBy(Map.of("text", "a"))).isEmpty();
            assertThat(notes.countBy(Map.of("text", "b"))).isEqualTo(1);
            assertThat(notes.all()).containsExactly(note);
            sessions.current().commit();
            note.refresh();
            note.delete();
            assertThat(notes.count()).isZero();
            sessions.remove();
        }
    }

    @Test
    void classWithoutSessionsSaysWhatToDo() {
        assertThatThrownBy(() -> new Other().save())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("ALU-0467")
                .hasMessageContaining("ActiveRecord.assign");
    }
}

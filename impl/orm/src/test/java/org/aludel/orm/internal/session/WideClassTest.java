package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.engine.NestedTransaction;
import org.aludel.errors.DetachedException;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.Wide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes from the 64th on share a bit of the masks, and still are loaded, changed and expired one by one. */
class WideClassTest {

    private TestDatabase db;
    private Session session;
    private Integer id;

    @BeforeEach
    void open() {
        db = TestDatabase.create(builder -> builder.map(Wide.class));
        session = db.sessions().open();
        Wide wide = new Wide();
        wide.setC0("a");
        wide.setC64("b");
        wide.setC69("c");
        wide.getChildren().add(new Wide());
        session.add(wide);
        session.commit();
        id = wide.getId();
        session.clear();
        db.forgetExecuted();
    }

    @AfterEach
    void close() {
        session.close();
        db.close();
    }

    @Test
    void relationsBehindTheLastBitLoadWhenTheyAreRead() {
        Wide wide = session.get(Wide.class, id);
        assertThat(wide.getC69()).isEqualTo("c");
        assertThat(db.executed()).hasSize(1);

        assertThat(wide.getChildren()).hasSize(1);
        assertThat(db.executed()).hasSize(1);
        assertThat(wide.getChildren().get(0).getParent()).isSameAs(wide);
        assertThat(wide.getParent()).isNull();
        assertThat(db.executed()).isEmpty();
    }

    @Test
    void onlyChangedColumnsAreUpdated() {
        Wide wide = session.get(Wide.class, id);
        wide.setC64("x");
        db.forgetExecuted();

        session.flush();

        assertThat(db.executed()).singleElement().asString().contains("c64").doesNotContain("c69", "c0 ");
        wide.setC69("y");
        session.commit();
        assertThat(wide.getC64()).isEqualTo("x");
        assertThat(wide.getC69()).isEqualTo("y");
    }

    @Test
    void valuesAreRestoredAndExpired() {
        Wide wide = session.get(Wide.class, id);
        try (NestedTransaction nested = session.beginNested()) {
            wide.setC64("x");
            wide.setC0("y");
            wide.getChildren().clear();
            session.flush();
        }
        assertThat(wide.getC64()).isEqualTo("b");
        assertThat(wide.getC0()).isEqualTo("a");
        assertThat(wide.getChildren()).hasSize(1);

        session.expire(wide, "c64");
        db.forgetExecuted();
        assertThat(wide.getC69()).isEqualTo("c");
        assertThat(db.executed()).isEmpty();
        assertThat(wide.getC64()).isEqualTo("b");
        assertThat(db.executed()).hasSize(1);
    }

    @Test
    void relationThatWasNotLoadedIsRefusedOnADetachedObject() {
        Wide wide = session.get(Wide.class, id);
        session.close();

        assertThat(wide.getC69()).isEqualTo("c");
        assertThatThrownBy(wide::getChildren).isInstanceOf(DetachedException.class);
    }
}

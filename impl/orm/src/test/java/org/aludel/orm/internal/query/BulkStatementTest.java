package org.aludel.orm.internal.query;

import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.setNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.engine.NestedTransaction;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Address_;
import org.aludel.orm.testmodel.InvoiceLine;
import org.aludel.orm.testmodel.InvoiceLine_;
import org.aludel.orm.testmodel.Invoice_;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("QRY-07")
class BulkStatementTest {

    private SampleDatabase database;
    private Session session;

    @BeforeEach
    void open() {
        database = new SampleDatabase();
        session = database.open();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void updateByExpressionReachesRowsAndObjects() {
        User jack = session.get(User.class, 2);
        User ed = session.get(User.class, 1);
        database.sql.clear();

        long rows = session.query(User.class).filter(User_.age.gt(35)).update(set(User_.age, User_.age.plus(1)));

        assertThat(rows).isEqualTo(2);
        assertThat(database.sql).hasSize(1);
        assertThat(ed.getAge()).isEqualTo(30);
        assertThat(database.sql).as("ed was judged in memory").hasSize(1);
        assertThat(jack.getAge()).isEqualTo(41);
        assertThat(database.sql).as("whole numbers are computed in memory").hasSize(1);
    }

    @Test
    void updateByValueIsKnownWithoutAnotherStatement() {
        User jack = session.get(User.class, 2);
        database.sql.clear();

        assertThat(session.query(User.class)
                        .filter(User_.id.eq(2))
                        .update(set(User_.name, "jim"), setNull(User_.email)))
                .isEqualTo(1);

        assertThat(jack.getName()).isEqualTo("jim");
        assertThat(jack.getEmail()).isNull();
        assertThat(database.sql).hasSize(1);
        assertThat(session.isModified(jack)).isFalse();
    }

    @Test
    void conditionsThatOnlyTheDatabaseCanJudgeAreFollowedToo() {
        User ed = session.get(User.class, 1);
        User jack = session.get(User.class, 2);

        session.query(User.class)
                .filter(User_.addresses.any(Address_.city.eq("Oslo")))
                .update(set(User_.age, 70));

        assertThat(jack.getAge()).isEqualTo(70);
        assertThat(ed.getAge()).isEqualTo(30);
    }

    @Test
    void deletedObjectsLeaveTheSession() {
        Address rome = session.get(Address.class, 1);
        Address oslo = session.get(Address.class, 3);

        assertThat(session.query(Address.class).filter(Address_.city.eq("Rome")).delete())
                .isEqualTo(1);

        assertThat(session.contains(rome)).isFalse();
        assertThat(session.contains(oslo)).isTrue();
        assertThat(session.get(Address.class, 1)).isNull();
        assertThat(session.query(Address.class).count()).isEqualTo(3);
    }

    @Test
    void rollingBackASavepointExpiresWhatWasChangedInBulk() {
        User ed = session.get(User.class, 1);
        try (NestedTransaction nested = session.beginNested()) {
            session.query(User.class).filter(User_.id.eq(1)).update(set(User_.age, 99));
            assertThat(ed.getAge()).isEqualTo(99);
            nested.rollback();
        }
        assertThat(ed.getAge()).isEqualTo(30);
    }

    @Test
    void changesAreFlushedBefore() {
        User ed = session.get(User.class, 1);
        ed.setAge(100);

        assertThat(session.query(User.class).filter(User_.age.gt(90)).update(set(User_.name, "old")))
                .isEqualTo(1);
        assertThat(ed.getName()).isEqualTo("old");
        assertThat(ed.getAge()).isEqualTo(100);
    }

    @Test
    void onlyConditionsOnOneClassAreTaken() {
        assertThatThrownBy(() -> session.query(User.class).limit(1).update(set(User_.age, 1)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0708");
        assertThatThrownBy(() -> session.query(User_.name).delete()).hasMessageContaining("ALU-0708");
        assertThatThrownBy(() -> session.query(User.class).update(set(User_.id, 1)))
                .hasMessageContaining("ALU-0716");
    }

    @Test
    void conditionsSpeakOfOtherTables() {
        User ed = session.get(User.class, 1);
        User wendy = session.get(User.class, 3);

        long rows = session.query(User.class)
                .filter(User_.id.eq(Address_.userId), Address_.city.eq("Rome"))
                .update(set(User_.age, 1));

        assertThat(rows).isEqualTo(1);
        assertThat(ed.getAge()).isEqualTo(1);
        assertThat(wendy.getAge()).isEqualTo(50);
    }

    @Test
    void joinsChooseRowsToo() {
        User ed = session.get(User.class, 1);
        User wendy = session.get(User.class, 3);

        assertThat(session.query(User.class)
                        .join(User_.addresses)
                        .filter(Address_.city.eq("Paris"))
                        .update(set(User_.age, 2)))
                .isEqualTo(2);
        assertThat(session.query(User.class)
                        .outerJoin(User_.addresses)
                        .filter(Address_.id.isNull())
                        .update(set(User_.age, 3)))
                .isEqualTo(1);
        assertThat(ed.getAge()).isEqualTo(2);
        assertThat(wendy.getAge()).isEqualTo(3);
    }

    @Test
    void valuesComeFromOtherTables() {
        User jack = session.get(User.class, 2);

        assertThat(session.query(User.class)
                        .join(User_.addresses)
                        .filter(Address_.city.eq("Oslo"))
                        .update(set(User_.email, Address_.city)))
                .isEqualTo(1);
        assertThat(jack.getEmail()).isEqualTo("Oslo");
    }

    @Test
    void rowsThatAJoinChoosesAreDeleted() {
        Address rome = session.get(Address.class, 1);
        Address oslo = session.get(Address.class, 3);

        assertThat(session.query(Address.class)
                        .join(Address_.user)
                        .filter(User_.name.eq("ed"))
                        .delete())
                .isEqualTo(2);
        assertThat(session.contains(rome)).isFalse();
        assertThat(session.contains(oslo)).isTrue();
        assertThat(session.query(Address.class).count()).isEqualTo(2);
    }

    @Test
    void rowsWithCompositeKeysAreChosenByJoins() {
        assertThat(session.query(InvoiceLine.class)
                        .join(InvoiceLine_.invoice)
                        .filter(Invoice_.customer.eq("ed"))
                        .update(set(InvoiceLine_.text, "sold")))
                .isEqualTo(2);
        assertThat(session.query(InvoiceLine.class)
                        .filter(InvoiceLine_.text.eq("sold"))
                        .count())
                .isEqualTo(2);
    }
}

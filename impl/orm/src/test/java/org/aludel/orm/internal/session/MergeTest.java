package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import org.aludel.errors.DetachedException;
import org.aludel.errors.StaleDataException;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Folder;
import org.aludel.orm.testmodel.Invoice;
import org.aludel.orm.testmodel.InvoiceLine;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("UOW-09")
class MergeTest {

    private TestDatabase db;
    private Session session;

    @BeforeEach
    void open() {
        db = TestDatabase.create(builder -> builder.map(Folder.class).expireOnCommit(false));
        session = db.sessions().open();
    }

    @AfterEach
    void close() {
        session.close();
        db.close();
    }

    private User detached(String name, String... cities) {
        try (Session first = db.sessions().open()) {
            User user = new User(name);
            for (String city : cities) {
                user.getAddresses().add(new Address(city));
            }
            first.add(user);
            first.commit();
            return user;
        }
    }

    @Test
    void changesOfADetachedObjectAreBroughtOntoTheSessionsObject() {
        User ed = detached("ed", "Paris", "Rome");
        ed.setName("edward");
        ed.getAddresses().get(0).setCity("Lyon");
        ed.getAddresses().remove(1);
        ed.getAddresses().add(new Address("Oslo"));

        User merged = session.merge(ed);

        assertThat(merged).isNotSameAs(ed);
        assertThat(session.contains(ed)).isFalse();
        session.commit();
        session.clear();
        assertThat(session.query(User_.name).all()).containsExactly("edward");
        assertThat(session.query(Address.class).all())
                .extracting(Address::getCity)
                .containsExactlyInAnyOrder("Lyon", "Oslo");
    }

    @Test
    void objectOfTheSessionIsMergedIntoItself() {
        User ed = new User("ed");
        session.add(ed);

        assertThat(session.merge(ed)).isSameAs(ed);
    }

    @Test
    void objectWithoutARowBecomesANewOne() {
        User ed = new User("ed");
        ed.getAddresses().add(new Address("Paris"));

        User merged = session.merge(ed);
        session.commit();

        assertThat(merged).isNotSameAs(ed);
        assertThat(merged.getAddresses()).hasSize(1);
        assertThat(merged.getAddresses().get(0).getUser()).isSameAs(merged);
        assertThat(session.query(User.class).count()).isEqualTo(1);
    }

    @Test
    void whatWasNotLoadedIsLeftAlone() {
        detached("ed", "Paris");
        User ed;
        try (Session first = db.sessions().open()) {
            ed = first.query(User.class).one();
        }
        ed.setName("edward");

        User merged = session.merge(ed);
        session.commit();

        assertThat(merged.getAddresses()).hasSize(1);
        assertThat(merged.getName()).isEqualTo("edward");
    }

    @Test
    void versionOfAnotherTimeIsRefused() {
        Invoice invoice = new Invoice(1, "ed");
        try (Session first = db.sessions().open()) {
            first.add(invoice);
            first.commit();
        }
        session.get(Invoice.class, 1).setCustomer("wendy");
        session.commit();
        invoice.setCustomer("fred");

        assertThatThrownBy(() -> session.merge(invoice))
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("ALU-0514");
    }

    @Test
    void keyOfSeveralColumnsIsFound() {
        Invoice invoice = new Invoice(1, "ed");
        invoice.getLines().add(new InvoiceLine(1, "pen", new BigDecimal("1.50")));
        try (Session first = db.sessions().open()) {
            first.add(invoice);
            first.commit();
        }
        invoice.getLines().get(0).setText("pencil");

        session.merge(invoice);
        session.commit();
        session.clear();

        assertThat(session.get(InvoiceLine.class, java.util.List.of(1, 1)).getText())
                .isEqualTo("pencil");
    }

    @Test
    void serialisedObjectKeepsItsIdentityAndWhatWasNotLoaded() throws Exception {
        try (Session first = db.sessions().open()) {
            Folder root = new Folder("root");
            root.getChildren().add(new Folder("child"));
            first.add(root);
            first.commit();
        }
        Folder root;
        try (Session first = db.sessions().open()) {
            root = first.query(Folder.class).filterBy("name", "root").one();
        }

        Folder copy = copy(root);

        assertThat(copy.getName()).isEqualTo("root");
        assertThatThrownBy(copy::getChildren).isInstanceOf(DetachedException.class);
        copy.setName("renamed");
        Folder merged = session.merge(copy);
        session.commit();
        assertThat(merged.getChildren()).hasSize(1);
        assertThat(session.query(Folder.class).filterBy("name", "renamed").count())
                .isEqualTo(1);
    }

    @Test
    void serialisedObjectCanBeAddedAgain() throws Exception {
        Folder root = new Folder("root");
        root.getChildren().add(new Folder("child"));
        session.add(root);
        session.commit();
        Folder copy = copy(root);
        assertThat(copy.getChildren()).hasSize(1);
        assertThat(copy.getChildren().get(0).getParent()).isSameAs(copy);
        session.clear();

        session.add(copy);
        copy.setName("renamed");
        session.commit();

        session.clear();
        assertThat(session.query(Folder.class).all())
                .extracting(Folder::getName)
                .containsExactlyInAnyOrder("renamed", "child");
    }

    @Test
    void changesOfACopyFromAStreamAreWrittenWhenItIsAdded() throws Exception {
        Folder root = new Folder("root");
        session.add(root);
        session.commit();
        session.clear();
        Folder before = session.get(Folder.class, root.getId());
        before.setName("before");
        session.expunge(before);
        Folder changedBefore = copy(before);

        session.add(changedBefore);
        session.commit();
        session.clear();
        assertThat(session.get(Folder.class, root.getId()).getName()).isEqualTo("before");

        Folder changedAfter = copy(copy(root));
        changedAfter.setName("after");
        Folder copied = copy(changedAfter);
        session.clear();
        session.add(copied);
        session.commit();
        session.clear();
        assertThat(session.get(Folder.class, root.getId()).getName()).isEqualTo("after");
    }

    @Test
    void whatLeftADetachedObjectIsDeletedWhenTheObjectIsAdded() {
        User ed = detached("ed", "Paris", "Rome");
        ed.getAddresses().remove(0);

        session.add(ed);
        session.commit();
        session.clear();

        assertThat(session.query(Address.class).all())
                .extracting(Address::getCity)
                .containsExactly("Rome");
    }

    @Test
    void anOrphanThatAFlushHasDeletedIsNotTakenInBySilence() {
        User ed = detached("ed", "Paris");
        User wendy = detached("wendy", "Rome");
        session.add(ed);
        session.add(wendy);
        Address paris = ed.getAddresses().remove(0);
        session.flush();

        assertThatThrownBy(() -> wendy.getAddresses().add(paris)).hasMessageContaining("ALU-0515");
    }

    @Test
    void nullIsNoObjectOfASession() {
        assertThatThrownBy(() -> session.add(null)).hasMessageContaining("ALU-0516");
        assertThatThrownBy(() -> session.delete(null)).hasMessageContaining("ALU-0516");
        assertThatThrownBy(() -> session.merge(null)).hasMessageContaining("ALU-0516");
        assertThatThrownBy(() -> session.refresh(null)).hasMessageContaining("ALU-0516");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}

package org.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.Employee;
import org.aludel.orm.testmodel.Keyword;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relations of objects that no session has seen: both sides agree, from construction on. */
@Tag("MAP-07")
class PairedRelationsTest {

    @BeforeAll
    static void configure() {
        for (EntityMapper mapper : TestMappings.registry().all()) {
            NewInstanceHooks.install(new StateLayout(mapper));
        }
    }

    private final User ed = new User("ed");
    private final User wendy = new User("wendy");
    private final Address paris = new Address("Paris");
    private final Address rome = new Address("Rome");

    @Test
    void collectionOfANewObjectIsTrackedFromConstructionOn() {
        assertThat(ed.getAddresses()).isInstanceOf(TrackedList.class);
        assertThat(ed.getKeywords()).isInstanceOf(TrackedSet.class);
    }

    @Test
    void addingToTheCollectionSetsTheReference() {
        ed.getAddresses().add(paris);

        assertThat(paris.getUser()).isSameAs(ed);
    }

    @Test
    void settingTheReferenceAddsToTheCollection() {
        paris.setUser(ed);

        assertThat(ed.getAddresses()).containsExactly(paris);
    }

    @Test
    void movingAMemberTakesItOutOfItsOldCollection() {
        ed.getAddresses().add(paris);

        wendy.getAddresses().add(paris);

        assertThat(ed.getAddresses()).isEmpty();
        assertThat(paris.getUser()).isSameAs(wendy);
    }

    @Test
    void removingClearsTheReference() {
        ed.getAddresses().add(paris);

        ed.getAddresses().remove(paris);

        assertThat(paris.getUser()).isNull();
    }

    @Test
    void clearingTheReferenceRemovesFromTheCollection() {
        ed.getAddresses().add(paris);

        paris.setUser(null);

        assertThat(ed.getAddresses()).isEmpty();
    }

    @Test
    void manyToManyIsKeptOnBothSides() {
        Keyword java = new Keyword("java");

        ed.getKeywords().add(java);
        java.getUsers().add(wendy);

        assertThat(java.getUsers()).containsExactlyInAnyOrder(ed, wendy);
        assertThat(wendy.getKeywords()).containsExactly(java);

        java.getUsers().clear();
        assertThat(ed.getKeywords()).isEmpty();
        assertThat(wendy.getKeywords()).isEmpty();
    }

    @Test
    void relationToTheSameClassIsKeptOnBothSides() {
        Employee boss = new Employee("boss");
        Employee worker = new Employee("worker");

        worker.setManager(boss);
        assertThat(boss.getReports()).containsExactly(worker);

        boss.setManager(worker);
        assertThat(worker.getReports()).containsExactly(boss);
    }

    @Test
    @Tag("MAP-09")
    void anObjectStandsOnceInACollection() {
        assertThat(ed.getAddresses().add(paris)).isTrue();
        assertThat(ed.getAddresses().add(paris)).isFalse();
        paris.setUser(ed);

        assertThat(ed.getAddresses()).hasSize(1);
    }

    @Test
    @Tag("MAP-09")
    void everyWayToChangeAListReachesTheOtherSide() {
        List<Address> list = ed.getAddresses();
        list.addAll(List.of(paris, rome, new Address("Oslo"), new Address("Bonn"), new Address("Kiel")));
        assertThat(list).allSatisfy(address -> assertThat(address.getUser()).isSameAs(ed));

        Iterator<Address> iterator = list.iterator();
        iterator.next();
        iterator.remove();
        assertThat(paris.getUser()).isNull();

        list.removeIf(address -> address == rome);
        assertThat(rome.getUser()).isNull();

        Address gone = list.get(0);
        list.set(0, paris);
        assertThat(gone.getUser()).isNull();
        assertThat(paris.getUser()).isSameAs(ed);

        list.subList(1, 2).clear();
        assertThat(list).hasSize(2);

        Address last = list.get(1);
        list.retainAll(List.of(paris));
        assertThat(last.getUser()).isNull();
        assertThat(list).containsExactly(paris);

        list.add(0, rome);
        assertThat(list).containsExactly(rome, paris);
        list.clear();
        assertThat(paris.getUser()).isNull();
    }

    @Test
    @Tag("MAP-09")
    void sortingAndShufflingKeepsMembersAndReferences() {
        List<Address> list = ed.getAddresses();
        Address bonn = new Address("Bonn");
        list.addAll(List.of(rome, paris, bonn));

        list.sort(Comparator.comparing(Address::getCity));
        assertThat(list).containsExactly(bonn, paris, rome);
        Collections.reverse(list);
        assertThat(list).containsExactly(rome, paris, bonn);
        Collections.swap(list, 0, 2);
        assertThat(list).containsExactly(bonn, paris, rome);
        assertThat(list).allSatisfy(address -> assertThat(address.getUser()).isSameAs(ed));
    }

    @Test
    @Tag("MAP-09")
    void replacedCollectionIsLeftUntouched() {
        ed.getAddresses().add(paris);
        List<Address> before = ed.getAddresses();

        ed.setAddresses(new ArrayList<>(List.of(rome)));

        assertThat(before).containsExactly(paris);
        assertThat(paris.getUser()).isNull();
        assertThat(rome.getUser()).isSameAs(ed);
        assertThat(ed.getAddresses()).containsExactly(rome).isNotSameAs(before);

        before.add(new Address("Oslo"));
        assertThat(ed.getAddresses()).hasSize(1);
    }

    @Test
    void membersAreComparedByIdentityAndNeverByTheirOwnMethods() {
        Touchy a = new Touchy();
        Members members = Members.plain(List.of());
        TrackedList<Object> list = new TrackedList<>(members);
        TrackedSet<Object> set = new TrackedSet<>(Members.plain(List.of()));

        for (int i = 0; i < 40; i++) {
            list.add(new Touchy());
            set.add(new Touchy());
        }
        list.add(a);
        set.add(a);

        assertThat(list.contains(a)).isTrue();
        assertThat(set.contains(a)).isTrue();
        assertThat(list.indexOf(a)).isEqualTo(40);
        assertThat(list.remove(a)).isTrue();
        assertThat(set.remove(a)).isTrue();
        assertThat(list.contains(a)).isFalse();
        assertThat(set).hasSize(40);
        assertThat(list.equals(new ArrayList<>(list))).isTrue();
        assertThat(list.hashCode()).isEqualTo(new TrackedList<>(Members.plain(list)).hashCode());
    }

    @Test
    void nullAndForeignObjectsAreRefused() {
        assertThatThrownBy(() -> ed.getAddresses().add(null))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0530")
                .hasMessageContaining("User.addresses");
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Object> raw = (List) ed.getAddresses();
        assertThatThrownBy(() -> raw.add("Paris"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0531");
        assertThat(ed.getAddresses()).isEmpty();
    }

    /** An object whose own methods must not be called. */
    private static final class Touchy {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }

        @Override
        public String toString() {
            throw new AssertionError("toString was called");
        }
    }
}

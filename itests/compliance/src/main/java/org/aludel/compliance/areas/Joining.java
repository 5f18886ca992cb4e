package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.schema.Column;
import org.aludel.sql.TableAlias;

/** Joins of tables, of tables with themselves and with subqueries. */
public final class Joining extends ComplianceArea {

    private Column<String> name() {
        return person("name");
    }

    private Column<String> item() {
        return order("item");
    }

    private Column<Integer> orderId() {
        return order("id");
    }

    @Check
    public void alongForeignKeys() {
        assertThat(rows(select(name(), item()).join(orders()).orderBy(orderId())))
                .containsExactly(
                        List.of("ann", "pen"), List.of("ann", "ink"), List.of("bob", "pen"), List.of("dora", "cap"));
    }

    @Check
    public void onConditions() {
        assertThat(values(
                        select(name())
                                .join(
                                        orders(),
                                        this.<Integer>person("id")
                                                .eq(this.<Integer>order("person_id"))
                                                .and(item().eq("pen")))
                                .orderBy(name()),
                        String.class))
                .containsExactly("ann", "bob");
    }

    @Check
    public void leftJoins() {
        assertThat(rows(select(name(), item()).leftJoin(orders()).orderBy(this.<Integer>person("id"), orderId())))
                .containsExactly(
                        List.of("ann", "pen"),
                        List.of("ann", "ink"),
                        List.of("bob", "pen"),
                        Arrays.asList("cid", null),
                        Arrays.asList("50%_off", null),
                        List.of("dora", "cap"));
        assertThat(values(
                        select(name())
                                .leftJoin(orders())
                                .where(orderId().isNull())
                                .orderBy(name()),
                        String.class))
                .containsExactly("50%_off", "cid");
    }

    @Check(Requirement.FULL_JOIN)
    public void fullJoins() {
        var joined = people().fullJoin(orders(), this.<Integer>person("id").eq(orderId()));
        assertThat(rows(select(name(), item()).from(joined).orderBy(this.<Integer>person("id"))))
                .containsExactly(
                        List.of("ann", "pen"),
                        List.of("bob", "ink"),
                        List.of("cid", "pen"),
                        List.of("50%_off", "cap"),
                        Arrays.asList("dora", null));
    }

    @Check
    public void aTableWithItself() {
        TableAlias other = people().as("other");
        Column<Integer> age = person("age");
        Column<Integer> id = person("id");
        assertThat(rows(select(name(), other.c("name"))
                        .from(people().join(
                                        other,
                                        other.c(age).eq(age).and(other.c(id).gt(id))))))
                .containsExactly(List.of("ann", "dora"));
    }

    @Check
    public void aliasesWithoutName() {
        TableAlias one = people().alias();
        TableAlias two = people().alias();
        assertThat(rows(select(one.c("id"), two.c("id"))
                        .where(
                                one.<Integer>c("id").lt(two.<Integer>c("id")),
                                one.<Integer>c("age").eq(two.<Integer>c("age")))))
                .containsExactly(List.of(1, 5));
    }

    @Check
    public void severalTables() {
        TableAlias second = orders().as("second");
        assertThat(rows(select(name(), item(), second.c("item"))
                        .join(orders())
                        .join(
                                second,
                                second.<Integer>c("person_id")
                                        .eq(this.<Integer>person("id"))
                                        .and(second.<Integer>c("id").gt(orderId())))))
                .containsExactly(List.of("ann", "pen", "ink"));
    }

    @Check
    public void withASubquery() {
        var pens = select(this.<Integer>order("person_id"), this.<Integer>order("amount"))
                .where(item().eq("pen"))
                .as("pens");
        assertThat(rows(select(name(), pens.c("amount"))
                        .join(pens, pens.<Integer>c("person_id").eq(this.<Integer>person("id")))
                        .orderBy(name())))
                .containsExactly(List.of("ann", 3), List.of("bob", 10));
    }

    @Check
    public void anOuterJoinWithAnInnerJoinInside() {
        TableAlias buyer = people().as("buyer");
        var inside = orders().join(buyer, buyer.<Integer>c("id").eq(this.<Integer>order("person_id")));
        assertThat(values(
                        select(name())
                                .from(people().leftJoin(
                                                inside,
                                                buyer.<Integer>c("id")
                                                        .eq(this.<Integer>person("id"))
                                                        .and(item().ne("none"))))
                                .where(orderId().isNull())
                                .orderBy(name()),
                        String.class))
                .containsExactly("50%_off", "cid");
    }

    @Check(Requirement.LATERAL)
    public void lateralSubqueries() {
        Column<Integer> buyer = order("person_id");
        var last = select(item().label("item"))
                .where(buyer.eq(this.<Integer>person("id")))
                .orderBy(orderId().desc())
                .limit(1)
                .lateral("latest");
        assertThat(rows(select(name(), last.c("item")).from(people(), last).orderBy(this.<Integer>person("id"))))
                .containsExactly(List.of("ann", "ink"), List.of("bob", "pen"), List.of("dora", "cap"));
    }
}

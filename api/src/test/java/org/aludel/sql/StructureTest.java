package org.aludel.sql;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SQL-18")
@Tag("ENG-12")
class StructureTest {

    private final MetaData metadata = new MetaData();
    private final Table users = metadata.table(
            "users", column("id", INTEGER).primaryKey(), column("name", string(50)), column("age", INTEGER));
    private final Column<Integer> id = users.c("id");
    private final Column<String> name = users.c("name");

    @Test
    void statementsThatDifferInValuesHaveEqualKeys() {
        Select one = select(name).where(name.eq("ed"), id.gt(1)).limit(5);
        Select other = select(name).where(name.eq("wendy"), id.gt(7)).limit(6);
        assertThat(one.structure().key())
                .isEqualTo(other.structure().key())
                .hasSameHashCodeAs(other.structure().key());
        assertThat(one.structure().binds()).extracting(BindParameter::value).containsExactly("ed", 1, 5L);
    }

    @Test
    void whatChangesTheTextChangesTheKey() {
        Object key = select(name).where(name.eq("ed")).structure().key();
        assertThat(select(name).where(name.ne("ed")).structure().key()).isNotEqualTo(key);
        assertThat(select(id).where(name.eq("ed")).structure().key()).isNotEqualTo(key);
        assertThat(select(name).where(name.eq((String) null)).structure().key()).isNotEqualTo(key);
        assertThat(select(name).where(name.eq("ed")).distinct().structure().key())
                .isNotEqualTo(key);
        assertThat(select(name).where(name.eq("ed")).orderBy(id).structure().key())
                .isNotEqualTo(key);
        assertThat(select(name).where(name.eq("ed")).withForUpdate().structure().key())
                .isNotEqualTo(key);
        assertThat(select(name)
                        .where(name.eq(bind("n", string(50))))
                        .structure()
                        .key())
                .isNotEqualTo(key);
    }

    @Test
    void anEmptyListIsStructureAndTheLengthOfAListIsNot() {
        Object two = select(name).where(id.in(1, 2)).structure().key();
        assertThat(select(name).where(id.in(1, 2, 3)).structure().key()).isEqualTo(two);
        assertThat(select(name).where(id.in(List.of())).structure().key()).isNotEqualTo(two);
    }

    @Test
    void aliasesAreComparedByStructureNotIdentity() {
        assertThat(aliased("u", "a").structure().key())
                .isEqualTo(aliased("u", "b").structure().key());
        assertThat(aliased("u", "a").structure().key())
                .isNotEqualTo(aliased("v", "a").structure().key());
    }

    private Select aliased(String alias, String value) {
        TableAlias other = users.as(alias);
        Column<String> otherName = other.c("name");
        return select(otherName).where(otherName.eq(value));
    }

    @Test
    void twoAliasesOfOneTableAreNotOneAliasUsedTwice() {
        TableAlias a = users.alias();
        TableAlias b = users.alias();
        Column<Integer> first = a.c("id");
        Column<Integer> second = b.c("id");
        assertThat(select(first).where(first.gt(first)).structure().key())
                .isNotEqualTo(select(first).where(first.gt(second)).structure().key());
    }

    @Test
    void sharingOneParameterIsStructure() {
        BindParameter<Integer> shared = BindParameter.of(INTEGER, 3);
        Select once = select(name).where(id.eq(shared), users.<Integer>c("age").eq(shared));
        Select twice = select(name).where(id.eq(3), users.<Integer>c("age").eq(4));
        assertThat(once.structure().key()).isNotEqualTo(twice.structure().key());
        assertThat(once.structure().binds()).hasSize(1);
        assertThat(twice.structure().binds()).hasSize(2);
    }

    @Test
    void manyParametersKeepTheirOrder() {
        List<java.util.Map<String, Object>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(java.util.Map.of("id", i));
        }
        BindParameter<?>[] binds = users.insert().rows(rows).structure().binds();
        assertThat(binds).hasSize(40);
        assertThat(binds[39].value()).isEqualTo(39);
    }

    @Test
    @Tag("SQL-02")
    void nullThroughAnUntypedColumnIsANullTest() {
        Column<Object> untyped = users.c("name");
        assertThat(untyped.eq(null)).isEqualTo(untyped.isNull());
        assertThat(untyped.ne(null)).isEqualTo(untyped.isNotNull());
        assertThat(name.eq(Sql.literal(null))).isEqualTo(name.isNull());
        assertThat(name.is((String) null)).isEqualTo(name.isNull());
        assertThatThrownBy(() -> untyped.lt(null))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0150");
    }

    @Test
    void theStructureIsComputedOnce() {
        Select statement = select(count()).from(users);
        assertThat(statement.structure()).isSameAs(statement.structure());
    }

    @Test
    void generativeCallsLeaveTheOriginalAlone() {
        Select base = select(name);
        Object key = base.structure().key();
        base.where(id.eq(1)).orderBy(name).limit(3);
        assertThat(select(name).structure().key()).isEqualTo(key);
        assertThat(base.where()).isEmpty();
    }

    @Test
    void paramsKeepOrderAndAllowNull() {
        assertThat(params("b", 1, "a", null))
                .containsExactly(java.util.Map.entry("b", 1), new java.util.AbstractMap.SimpleEntry<>("a", null));
    }
}

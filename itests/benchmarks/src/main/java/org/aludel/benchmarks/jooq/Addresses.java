package org.aludel.benchmarks.jooq;

import org.jooq.Identity;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.NullUnmarked;

/** The table addresses. */
@NullUnmarked
final class Addresses extends TableImpl<AddressesRecord> {
    static final Addresses ADDRESSES = new Addresses();

    final TableField<AddressesRecord, Integer> ID =
            createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false).identity(true), this);
    final TableField<AddressesRecord, Integer> USER_ID = createField(DSL.name("user_id"), SQLDataType.INTEGER, this);
    final TableField<AddressesRecord, String> EMAIL =
            createField(DSL.name("email"), SQLDataType.VARCHAR(80).nullable(false), this);
    final TableField<AddressesRecord, String> CITY =
            createField(DSL.name("city"), SQLDataType.VARCHAR(40).nullable(false), this);

    private Addresses() {
        super(DSL.name("addresses"));
    }

    @Override
    public Class<AddressesRecord> getRecordType() {
        return AddressesRecord.class;
    }

    @Override
    public UniqueKey<AddressesRecord> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("addresses_pkey"), ID);
    }

    @Override
    @SuppressWarnings("unchecked") // the cast that generated tables have
    public Identity<AddressesRecord, Integer> getIdentity() {
        return (Identity<AddressesRecord, Integer>) super.getIdentity();
    }
}

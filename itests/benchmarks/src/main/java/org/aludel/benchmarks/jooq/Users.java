package org.aludel.benchmarks.jooq;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jooq.Identity;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.NullUnmarked;

/** The table users. */
@NullUnmarked
final class Users extends TableImpl<UsersRecord> {
    static final Users USERS = new Users();

    final TableField<UsersRecord, Integer> ID =
            createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false).identity(true), this);
    final TableField<UsersRecord, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(50).nullable(false), this);
    final TableField<UsersRecord, String> FULLNAME =
            createField(DSL.name("fullname"), SQLDataType.VARCHAR(80).nullable(false), this);
    final TableField<UsersRecord, Integer> AGE =
            createField(DSL.name("age"), SQLDataType.INTEGER.nullable(false), this);
    final TableField<UsersRecord, LocalDateTime> CREATED =
            createField(DSL.name("created"), SQLDataType.LOCALDATETIME.nullable(false), this);
    final TableField<UsersRecord, BigDecimal> BALANCE =
            createField(DSL.name("balance"), SQLDataType.NUMERIC(12, 2).nullable(false), this);

    private Users() {
        super(DSL.name("users"));
    }

    @Override
    public Class<UsersRecord> getRecordType() {
        return UsersRecord.class;
    }

    @Override
    public UniqueKey<UsersRecord> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("users_pkey"), ID);
    }

    @Override
    @SuppressWarnings("unchecked") // the cast that generated tables have
    public Identity<UsersRecord, Integer> getIdentity() {
        return (Identity<UsersRecord, Integer>) super.getIdentity();
    }
}

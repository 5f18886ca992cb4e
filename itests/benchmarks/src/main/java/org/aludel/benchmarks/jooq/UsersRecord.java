package org.aludel.benchmarks.jooq;

import static org.aludel.benchmarks.jooq.Users.USERS;

import org.aludel.benchmarks.Checksum;
import org.jooq.impl.UpdatableRecordImpl;
import org.jspecify.annotations.NullUnmarked;

/** A row of users that knows what was changed in it. */
@NullUnmarked
public final class UsersRecord extends UpdatableRecordImpl<UsersRecord> {
    public UsersRecord() {
        super(USERS);
    }

    int getAge() {
        return get(USERS.AGE);
    }

    void setAge(int age) {
        set(USERS.AGE, age);
    }

    long checksum() {
        return Checksum.user(
                get(USERS.ID),
                get(USERS.NAME),
                get(USERS.FULLNAME),
                get(USERS.AGE),
                get(USERS.CREATED),
                get(USERS.BALANCE));
    }
}

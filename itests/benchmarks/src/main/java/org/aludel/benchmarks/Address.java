package org.aludel.benchmarks;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.jspecify.annotations.Nullable;

/** An address of the data set, as a mapped class. */
@Mapped(table = "addresses")
public class Address {
    @Id
    private @Nullable Integer id;

    @Col(length = 80, nullable = false)
    private String email;

    @Col(length = 40, nullable = false)
    private String city;

    @References("users.id")
    private @Nullable Integer userId;

    @Relationship
    private @Nullable User user;

    public Address(String email, String city) {
        this.email = email;
        this.city = city;
    }

    public @Nullable User getUser() {
        return user;
    }

    long checksum() {
        return Checksum.address(id == null ? 0 : id, email, city);
    }
}

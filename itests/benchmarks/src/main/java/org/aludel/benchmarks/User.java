package org.aludel.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.jspecify.annotations.Nullable;

/** A user of the data set, as a mapped class. */
@Mapped(table = "users")
public class User {
    @Id
    private @Nullable Integer id;

    @Col(length = 50, nullable = false)
    private String name;

    @Col(length = 80, nullable = false)
    private String fullname;

    @Col(nullable = false)
    private int age;

    @Col(nullable = false)
    private LocalDateTime created;

    @Col(nullable = false, precision = 12, scale = 2)
    private BigDecimal balance;

    @Relationship(backref = "user", cascade = Cascade.ALL, orderBy = "id")
    private List<Address> addresses = new ArrayList<>();

    public User(String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {
        this.name = name;
        this.fullname = fullname;
        this.age = age;
        this.created = created;
        this.balance = balance;
    }

    public @Nullable Integer getId() {
        return id;
    }

    public int getAge() {
        return age;
    }

    public void setAge(int age) {
        this.age = age;
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    long checksum() {
        return Checksum.user(id == null ? 0 : id, name, fullname, age, created, balance);
    }

    long checksumWithAddresses() {
        long sum = checksum();
        for (Address address : addresses) {
            sum += address.checksum();
        }
        return sum;
    }
}

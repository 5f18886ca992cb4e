package org.aludel.benchmarks.rivals.ebean;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.aludel.benchmarks.Checksum;
import org.jspecify.annotations.NullUnmarked;

/** A user of the data set. */
@Entity
@Table(name = "users")
@NullUnmarked
public class User {
    @Id
    private Integer id;

    @Column(length = 50, nullable = false)
    private String name;

    @Column(length = 80, nullable = false)
    private String fullname;

    private int age;

    @Column(nullable = false)
    private LocalDateTime created;

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal balance;

    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<Address> addresses = new ArrayList<>();

    public User(String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {
        this.name = name;
        this.fullname = fullname;
        this.age = age;
        this.created = created;
        this.balance = balance;
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
        return Checksum.user(id, name, fullname, age, created, balance);
    }

    long checksumWithAddresses() {
        long sum = checksum();
        for (Address address : addresses) {
            sum += address.checksum();
        }
        return sum;
    }
}

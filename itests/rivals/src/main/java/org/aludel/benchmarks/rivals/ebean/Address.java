package org.aludel.benchmarks.rivals.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.aludel.benchmarks.Checksum;
import org.jspecify.annotations.NullUnmarked;

/** An address of the data set. */
@Entity
@Table(name = "addresses")
@NullUnmarked
public class Address {
    @Id
    private Integer id;

    @ManyToOne
    private User user;

    @Column(length = 80, nullable = false)
    private String email;

    @Column(length = 40, nullable = false)
    private String city;

    public Address(String email, String city) {
        this.email = email;
        this.city = city;
    }

    User getUser() {
        return user;
    }

    long checksum() {
        return Checksum.address(id, email, city);
    }
}

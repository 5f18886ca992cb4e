package org.aludel.benchmarks.rivals.eclipselink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.aludel.benchmarks.Checksum;
import org.jspecify.annotations.NullUnmarked;

/** An address of the data set. */
@Entity
@Table(name = "addresses")
@NullUnmarked
public class Address {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "addresses_keys")
    @SequenceGenerator(name = "addresses_keys", sequenceName = "addresses_keys", allocationSize = 50)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private User user;

    @Column(length = 80, nullable = false)
    private String email;

    @Column(length = 40, nullable = false)
    private String city;

    protected Address() {}

    Address(User user, String email, String city) {
        this.user = user;
        this.email = email;
        this.city = city;
    }

    long checksum() {
        return Checksum.address(id, email, city);
    }
}

package org.aludel.benchmarks.rivals;

/** What the JPA peers' mapped users have in common; the classes differ because one peer's are woven. */
public interface JpaUser {
    int getAge();

    void setAge(int age);

    /** Gives the user an address. */
    void add(String email, String city);

    /** The sum over its own values. */
    long checksum();

    /** The same with its addresses, which are loaded if they are not. */
    long checksumWithAddresses();
}

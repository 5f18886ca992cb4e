package org.aludel.benchmarks.jooq;

import static org.aludel.benchmarks.jooq.Addresses.ADDRESSES;

import org.aludel.benchmarks.Checksum;
import org.jooq.impl.UpdatableRecordImpl;
import org.jspecify.annotations.NullUnmarked;

/** A row of addresses. */
@NullUnmarked
public final class AddressesRecord extends UpdatableRecordImpl<AddressesRecord> {
    public AddressesRecord() {
        super(ADDRESSES);
    }

    long checksum() {
        return Checksum.address(get(ADDRESSES.ID), get(ADDRESSES.EMAIL), get(ADDRESSES.CITY));
    }
}

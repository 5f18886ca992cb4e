package org.aludel.core.engine;

import java.util.Arrays;
import java.util.HexFormat;
import javax.transaction.xa.Xid;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Names a branch of a two-phase transaction of ours. The format id is our own, so that a transaction manager's recovery
 * leaves our branches alone and ours leaves the manager's.
 */
final class BranchId implements Xid {

    /** "ALUD". */
    static final int FORMAT = 0x414C5544;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] global;
    private final byte[] branch;

    BranchId(byte[] global, byte[] branch) {
        this.global = global.clone();
        this.branch = branch.clone();
    }

    static boolean isOurs(Xid xid) {
        return xid.getFormatId() == FORMAT;
    }

    static BranchId of(Xid xid) {
        return new BranchId(xid.getGlobalTransactionId(), xid.getBranchQualifier());
    }

    /** Reads what {@link #toString} wrote. */
    static BranchId parse(String id) {
        int dash = id.indexOf('-');
        try {
            return new BranchId(HEX.parseHex(id.substring(0, dash)), HEX.parseHex(id.substring(dash + 1)));
        } catch (RuntimeException e) {
            throw new ArgumentException(
                    "ALU-0226",
                    "this is no id of a two-phase transaction; where: \"" + id
                            + "\"; what to do: give one that recoverTwoPhase() lists",
                    e);
        }
    }

    /** The part that all branches of a transaction share. */
    String global() {
        return HEX.formatHex(global);
    }

    @Override
    public int getFormatId() {
        return FORMAT;
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return global.clone();
    }

    @Override
    public byte[] getBranchQualifier() {
        return branch.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BranchId id && Arrays.equals(global, id.global) && Arrays.equals(branch, id.branch);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(global) + Arrays.hashCode(branch);
    }

    @Override
    public String toString() {
        return HEX.formatHex(global) + "-" + HEX.formatHex(branch);
    }
}

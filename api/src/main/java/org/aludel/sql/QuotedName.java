package org.aludel.sql;

import org.jspecify.annotations.Nullable;

/**
 * Names that say themselves whether they stand in quotes, where the rule (quotes if the name is reserved, or not all in
 * lower case) is wrong: a text with an invisible mark before it, which may be used wherever a name may.
 *
 * <pre>{@code
 * metadata.table("legacy", column(quotedName("id", true), INTEGER))   // "id" in quotes, everywhere
 * }</pre>
 *
 * @since 0.1
 */
public final class QuotedName {

    /** Marks that are no characters, so that no name has them. */
    private static final char ALWAYS = '\uFDD0';

    private static final char NEVER = '\uFDD1';

    private QuotedName() {}

    /** A name that is always, or never, in quotes. */
    public static String of(String name, boolean quoted) {
        return (quoted ? ALWAYS : NEVER) + text(name);
    }

    /** The name itself. */
    public static String text(String name) {
        return isMarked(name) ? name.replace(String.valueOf(ALWAYS), "").replace(String.valueOf(NEVER), "") : name;
    }

    /** Whether the name says how it is written, or was made of one that does. */
    public static boolean isMarked(String name) {
        return name.indexOf(ALWAYS) >= 0 || name.indexOf(NEVER) >= 0;
    }

    /** Whether the name is always (true) or never (false) in quotes; null for the rule. */
    public static @Nullable Boolean quoted(String name) {
        if (name.isEmpty()) {
            return null;
        }
        return name.charAt(0) == ALWAYS ? Boolean.TRUE : name.charAt(0) == NEVER ? Boolean.FALSE : null;
    }
}

package org.aludel.core.dialect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps passwords in URLs out of messages. A URL is shown as far as it is certain to hold none: where a user puts a
 * password into it in a form that can be read in two ways, only the name of the database is left.
 */
public final class UrlSecrets {

    private static final String HIDDEN = "***";

    /** The words before host and file: those that say which database and driver it is. */
    private static final Pattern PREFIX =
            Pattern.compile("(?:jdbc:)?(?:[A-Za-z][A-Za-z0-9_+-]{0,40}+(?=[:/]))?+(?::(?:thin|oci|Tds))?+:?(?://)?");

    private static final Pattern USER_AND_HOST = Pattern.compile(
            "((?:[A-Za-z0-9_+-]++:){1,5}+//)([^:/@]*+)(:[^/@]*+)?@([\\p{L}\\p{N}._-]*+(?::\\d*+)?(?:/[^:@]*+)?)");
    private static final Pattern ORACLE = Pattern.compile("(jdbc:oracle:[a-z0-9]++:)([^@]*+)@([^@]*+)");
    private static final Pattern AUTHORITY = Pattern.compile("[^/]*+//([^/]*+)(?:/.*)?", Pattern.DOTALL);
    private static final Pattern HOSTS = Pattern.compile(
            "(?:\\[[^\\]]*+\\]|[^:,\\[\\]]*+)(?::\\d*+)?(?:,(?:\\[[^\\]]*+\\]|[^:,\\[\\]]*+)(?::\\d*+)?)*+");

    /** Where options begin: Db2 and Informix write them after a colon. */
    private static final Pattern OPTIONS = Pattern.compile("[?;#(&]|:[A-Za-z_]++=");

    private static final Pattern URL_IN_TEXT = Pattern.compile("(?:jdbc:|[A-Za-z][A-Za-z0-9+]*+://)[^\\s\"']++");
    private static final Pattern OPTION_IN_TEXT = Pattern.compile(
            "([A-Za-z_]*(?:password|passwd|passphrase|pwd|secret|token|credential)[A-Za-z_]*\\s*=\\s*)[^&;,\\s)]*",
            Pattern.CASE_INSENSITIVE);

    private UrlSecrets() {}

    /** Whether an option of this name holds what nobody else may see. */
    public static boolean isSecret(String option) {
        String name = option.toLowerCase(Locale.ROOT);
        return name.contains("pass")
                || name.contains("pwd")
                || name.contains("secret")
                || name.contains("token")
                || name.contains("credential")
                || name.endsWith("key");
    }

    /** A URL without its password and without its options. */
    public static String mask(String url) {
        Matcher options = OPTIONS.matcher(url);
        int end = options.find(Math.min(url.length(), scheme(url))) ? options.start() : url.length();
        int at = url.indexOf('@');
        String shown = url.substring(0, end);
        if (at < 0) {
            Matcher authority = AUTHORITY.matcher(shown);
            return authority.matches() && !HOSTS.matcher(authority.group(1)).matches() ? prefix(url) + HIDDEN : shown;
        }
        if (at > end || url.indexOf('@', at + 1) >= 0) {
            return prefix(url) + HIDDEN; // what stands before it may be a part of the password
        }
        Matcher oracle = ORACLE.matcher(shown);
        if (oracle.matches()) {
            return oracle.group(1) + (oracle.group(2).isEmpty() ? "" : HIDDEN) + "@" + oracle.group(3);
        }
        Matcher plain = USER_AND_HOST.matcher(shown);
        return plain.matches()
                ? plain.group(1) + plain.group(2) + (plain.group(3) == null ? "" : ":" + HIDDEN) + "@" + plain.group(4)
                : prefix(url) + HIDDEN;
    }

    /** Where the scheme ends, in which no option can begin. */
    private static int scheme(String url) {
        int slashes = url.indexOf("://");
        return slashes < 0 ? 0 : slashes + 1;
    }

    /** The part of a URL that says which database it is of, and nothing else. */
    public static String prefix(String url) {
        Matcher prefix = PREFIX.matcher(url);
        return prefix.lookingAt() ? prefix.group() : "";
    }

    /** A message of someone else's, without the passwords of URLs and options in it. */
    public static String maskText(String text) {
        String masked = URL_IN_TEXT.matcher(text).replaceAll(url -> Matcher.quoteReplacement(mask(url.group())));
        return OPTION_IN_TEXT.matcher(masked).replaceAll("$1" + HIDDEN);
    }
}

package org.aludel.core.dialect;

import java.util.regex.Pattern;

/** Keeps passwords in URLs out of messages. */
public final class UrlSecrets {

    /** Takes URLs that miss a slash or two as well: those are shown in errors. */
    private static final Pattern USER_INFO = Pattern.compile("((?:^|[/:])[^/?#:@]*):[^/?#]*@");

    private static final Pattern OPTION = Pattern.compile(
            "((?:^|[?&;,])[^=&;?]*(?:password|passwd|pwd|secret|token)[^=&;?]*=)[^&;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORACLE = Pattern.compile("(jdbc:oracle:[a-z]+:[^/@]*)/[^@]*@");

    private UrlSecrets() {}

    /** A URL with its passwords masked. */
    public static String mask(String url) {
        String masked = USER_INFO.matcher(url).replaceAll("$1:***@");
        masked = ORACLE.matcher(masked).replaceAll("$1/***@");
        return OPTION.matcher(masked).replaceAll("$1***");
    }
}

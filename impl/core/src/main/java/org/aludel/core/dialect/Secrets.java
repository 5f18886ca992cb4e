package org.aludel.core.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must never be seen: of an engine's way to connect the password, keys and tokens among the driver's properties and in
 * its URL; of a statement its sensitive values. Drivers repeat them in the messages of their exceptions; here they are
 * taken out again.
 */
public final class Secrets {

    private static final String HIDDEN = "***";
    private static final int SHORT = 3;
    private static final Pattern OPTION = Pattern.compile("(?<=[?;&:,(#])([A-Za-z_.]{1,60}+)=(\\{[^}]*+\\}|[^;&,)]*+)");
    private static final Pattern USER_INFO = Pattern.compile("//[^:/?;]*+:([^?;]*)@|:[^:/@]*+/([^?;]*)@");

    private final List<String> secrets;

    private Secrets(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Those of these arguments. */
    public static Secrets of(ConnectArguments arguments) {
        Set<String> found = new LinkedHashSet<>();
        for (Map.Entry<String, String> property : arguments.properties().entrySet()) {
            if (UrlSecrets.isSecret(property.getKey())) {
                add(found, property.getValue());
            }
        }
        Matcher option = OPTION.matcher(arguments.jdbcUrl());
        while (option.find()) {
            if (UrlSecrets.isSecret(option.group(1))) {
                add(found, option.group(2));
            }
        }
        Matcher userInfo = USER_INFO.matcher(arguments.jdbcUrl());
        while (userInfo.find()) {
            add(found, userInfo.group(1) != null ? userInfo.group(1) : userInfo.group(2));
        }
        String user = arguments.properties().get("user");
        String shown = arguments.toString();
        // what everybody can read in the user's or the database's name is no secret to be cut out of messages
        found.removeIf(secret -> secret.isEmpty() || secret.equals(user) || isWord(secret, shown));
        return ofTexts(found);
    }

    /** Texts that are secret as they are. */
    public static Secrets ofTexts(Collection<String> texts) {
        List<String> longestFirst = new ArrayList<>(texts);
        longestFirst.removeIf(String::isEmpty);
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        return new Secrets(longestFirst);
    }

    private static void add(Set<String> found, String secret) {
        found.add(secret);
        found.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        found.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        if (secret.startsWith("{") && secret.endsWith("}")) {
            found.add(secret.substring(1, secret.length() - 1));
        }
        try {
            found.add(URLDecoder.decode(secret, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            found.add(secret); // not encoded at all
        }
    }

    private static boolean isWord(String secret, String text) {
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])")
                .matcher(text)
                .find();
    }

    /** A text without the secrets. */
    public String redact(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = secret.length() >= SHORT
                    ? redacted.replace(secret, HIDDEN)
                    : redacted.replaceAll(
                            "(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])",
                            Matcher.quoteReplacement(HIDDEN));
        }
        return redacted;
    }

    /** A driver's exception; one that tells the same without the secrets, if it or one of its causes has them. */
    public SQLException redact(SQLException error) {
        return isTold(error, Collections.newSetFromMap(new IdentityHashMap<>())) ? copy(error) : error;
    }

    private boolean isTold(Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return false;
        }
        String text = error.toString();
        return !redact(text).equals(text)
                || error.getCause() != null && isTold(error.getCause(), seen)
                || error instanceof SQLException sql
                        && sql.getNextException() != null
                        && isTold(sql.getNextException(), seen);
    }

    private SQLException copy(SQLException error) {
        SQLException copy = new SQLException(
                redact(String.valueOf(error.getMessage())) + " ("
                        + error.getClass().getName() + ")",
                error.getSQLState(),
                error.getErrorCode());
        copy.setStackTrace(error.getStackTrace());
        return copy;
    }
}

package org.aludel.databases.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java blocks of a page as a class each, to be compiled: declarations become members, statements and expressions the
 * body of a method. What a page takes for granted (its classes, {@code session}, {@code engine}) is inherited from a class
 * {@code Given} of the page.
 */
final class PageExamples {

    private static final Pattern PART = Pattern.compile("(?m)^(#+ [^\n]*)$|^```java\n(?s:(.*?))^```");

    private static final Pattern MEMBER = Pattern.compile(
            "(?s)(@(?!Override)|public |private |protected |static |abstract |record |class |interface |enum |final class )"
                    + ".*|[\\w<>\\[\\], ]+ \\w+\\([^()]*\\) \\{.*");

    private PageExamples() {}

    /**
     * A block of a page.
     *
     * @param name name of its class
     * @param place heading and number, to find it again
     */
    record Block(String name, String place, String text) {

        /** The heading that it stands under. */
        String heading() {
            return place.substring(0, place.lastIndexOf(", block "));
        }
    }

    static List<Block> blocks(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        String heading = "";
        Matcher matcher = PART.matcher(Files.readString(page));
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                heading = matcher.group(1).replaceFirst("#+ ", "");
            } else {
                int number = blocks.size() + 1;
                blocks.add(new Block("Block" + number, heading + ", block " + number, matcher.group(2)));
            }
        }
        return blocks;
    }

    /**
     * The source of a block's class.
     *
     * @param base the class that it stands in, so to speak
     */
    static String source(String packageName, String imports, Block block, String base) {
        StringBuilder members = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (String item : items(block.text())) {
            if (MEMBER.matcher(item).matches() && !isExpression(item)) {
                members.append(item.startsWith("@Mapped") || item.matches("(?s)(final )?class .*") ? "static " : "")
                        .append(item)
                        .append('\n');
            } else if (item.endsWith(";") || item.endsWith("}")) {
                body.append(item).append('\n');
            } else {
                body.append("use(").append(completed(item)).append(");\n");
            }
        }
        return "package " + packageName + ";\n" + imports + "\nclass " + block.name() + " extends " + base + " {\n"
                + members + "void example() throws Exception {\n" + body + "}\n}\n";
    }

    private static boolean isExpression(String item) {
        return !item.endsWith(";") && !item.endsWith("}");
    }

    /** A fragment that goes on with what stands before it in a program. */
    private static String completed(String item) {
        if (item.startsWith(".options(")) {
            return "query()" + item;
        }
        return item.startsWith(".") ? "builder()" + item : item;
    }

    /**
     * The declarations, statements and expressions of a block. One ends where the next line at the margin begins, unless
     * brackets are open or it closes them.
     */
    static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (String line : withoutComments(text).split("\n")) {
            boolean atMargin = !line.isBlank() && !Character.isWhitespace(line.charAt(0));
            boolean begins = atMargin && !line.startsWith("}") && !line.startsWith(")") && depth(item) == 0;
            boolean goesOn = item.toString().strip().matches("(?s)@\\w+(\\([^{;]*\\))?");
            if (begins && !goesOn && !item.toString().isBlank()) {
                items.add(item.toString().strip());
                item.setLength(0);
            }
            item.append(line).append('\n');
        }
        if (!item.toString().isBlank()) {
            items.add(item.toString().strip());
        }
        return items;
    }

    private static int depth(CharSequence text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
            }
        }
        return depth;
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?m)\\s*//[^\n\"]*$", "");
    }
}

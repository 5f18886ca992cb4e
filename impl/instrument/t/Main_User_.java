package t;

/** Attributes of {@link t.Main.User}. */
@javax.annotation.processing.Generated("org.aludel.instrument.processor.AludelProcessor")
@SuppressWarnings({"all", "rawtypes", "unchecked", "deprecation", "removal"})
class Main_User_ {

    public static final org.aludel.orm.Attribute<t.Main.User, java.lang.Long> visits =
            org.aludel.orm.Orm.attribute(t.Main.User.class, "visits");

    public static final org.aludel.orm.Attribute<t.Main.User, java.lang.String> name =
            org.aludel.orm.Orm.attribute(t.Main.User.class, "name");

    protected Main_User_() {}
}

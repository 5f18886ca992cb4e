package org.aludel.instrument.enhancer;

/** Names and descriptors of the contract between enhanced classes and the mapper, as class files spell them. */
final class Names {

    private static final String CONTRACT = "org/aludel/orm/instrument/";

    static final String INSTRUMENTED = CONTRACT + "Instrumented";
    static final String STATE = CONTRACT + "InstanceState";
    static final String TYPE = CONTRACT + "InstrumentedType";
    static final String TRAPS = CONTRACT + "AttributeTraps";
    static final String READER = CONTRACT + "RowReader";
    static final String LOADING = CONTRACT + "Loading";

    static final String STATE_DESC = "L" + STATE + ";";
    static final String TYPE_DESC = "L" + TYPE + ";";
    static final String TRAPS_DESC = "L" + TRAPS + ";";
    static final String LOADER_DESC = "(L" + LOADING + ";)V";
    static final String LOAD_DESC = "(L" + READER + ";[I)V";

    static final String PREFIX = "$aludel_";
    static final String STATE_FIELD = PREFIX + "state";
    static final String TYPE_FIELD = PREFIX + "type";
    static final String OFFSET_FIELD = PREFIX + "offset";
    static final String TRAPS_FIELD = PREFIX + "traps";
    static final String RAW = PREFIX + "raw";
    static final String LOAD = PREFIX + "load";
    static final String NEW = PREFIX + "new";

    private Names() {}

    static String mask(int index) {
        return PREFIX + "mask_" + index;
    }
}

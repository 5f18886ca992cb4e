package org.aludel.itests.corpus;

/** Something that a source asks for and the API, or this interpreter, has no word for. */
final class Gap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Gap(String what) {
        super(what);
    }
}

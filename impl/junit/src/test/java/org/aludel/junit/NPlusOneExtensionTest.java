package org.aludel.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.aludel.orm.NPlusOne;
import org.aludel.orm.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Tests fail, or report, when their sessions load for one object after the other. */
@org.junit.jupiter.api.Tag("QRY-10")
class NPlusOneExtensionTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static void loop(int customers) {
        try (Session session = shop.sessions.open()) {
            for (Customer customer :
                    session.query(Customer.class).limit(customers).all()) {
                customer.orders.size();
                customer.tags.size();
            }
        }
    }

    @NoNPlusOne
    static class Guarded {

        @BeforeEach
        void before() {
            loop(1);
        }

        @Test
        void loops() {
            loop(4);
            loop(4);
        }

        @Test
        void reads() {
            loop(1);
        }

        @Test
        @NoNPlusOne(report = true)
        void tells() {
            loop(4);
        }

        @Test
        @NoNPlusOne(loads = 4)
        void loopsOverThree() {
            loop(3);
        }

        @Test
        @NoNPlusOne(loads = 4)
        void loopsOverFour() {
            loop(4);
        }
    }

    private static Events run(Class<?> type) {
        // classes nested here are no tests of the build
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute()
                .allEvents();
    }

    @Test
    void testsThatLoadOneByOneFailWithOneLineForEachPath() {
        Events events = run(Guarded.class);
        events.assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("loops()"),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message(text -> text.lines().count() == 2
                                                && text.contains("Customer.orders")
                                                && text.contains("Customer.tags")
                                                && text.contains("NPlusOneExtensionTest.loop")
                                                && text.contains("selectinLoad(Customer_.orders)")))))
                .haveExactly(1, event(test("reads()"), finishedSuccessfully()))
                .haveExactly(1, event(test("loopsOverThree()"), finishedSuccessfully()))
                .haveExactly(1, event(test("loopsOverFour()"), finishedWithFailure(instanceOf(AssertionError.class))));
    }

    @Test
    void reportedTestsPassAndTheReportTells() {
        Events events = run(Guarded.class);
        events.assertThatEvents().haveExactly(1, event(test("tells()"), finishedSuccessfully()));
        assertThat(events.reportingEntryPublished().list())
                .extracting(Object::toString)
                .hasSize(2)
                .anyMatch(entry -> entry.contains("selectinLoad(Customer_.tags)"));
    }

    static class Asking {

        @RegisterExtension
        final NPlusOneExtension watch = NPlusOneExtension.reporting();

        @Test
        void asks() {
            loop(4);
            assertThat(watch.found()).extracting(NPlusOne::path).containsExactly("Customer.orders", "Customer.tags");
        }
    }

    @Test
    void whatWasFoundCanBeAskedFor() {
        run(Asking.class).assertThatEvents().haveExactly(1, event(test("asks()"), finishedSuccessfully()));
    }

    @Test
    void nobodyListensAfterATest() {
        run(Guarded.class);
        assertThat(NPlusOne.isHeard()).isFalse();
    }
}

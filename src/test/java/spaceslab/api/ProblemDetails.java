package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What every refusal of the API looks like (RFC 9457). */
final class ProblemDetails {
    private ProblemDetails() {}

    /** Checks an answer and returns its body. */
    static JsonNode problem(ApiServer.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        JsonNode json = answer.json();
        assertThat(json.get("status").asInt()).isEqualTo(status);
        assertThat(json.get("title").asString()).isNotBlank();
        assertThat(json.get("detail").asString()).isNotBlank().doesNotStartWith("api.");
        assertThat(answer.body()).doesNotContain("Exception", "at spaceslab");
        return json;
    }
}

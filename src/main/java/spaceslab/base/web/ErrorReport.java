package spaceslab.base.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what Tomcat refuses before any filter runs, such as an address that cannot be decoded.
 */
final class ErrorReport extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ErrorReport.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean isOpen = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, isOpen);
        if (!isOpen.get()) {
            return;
        }
        String path = String.valueOf(request.getCoyoteRequest().requestURI());
        ErrorPage page = ErrorPage.of(response.getStatus(), path, request);
        try {
            SecurityHeaders.set(response, false, request.isSecure());
            response.setContentType(page.contentType());
            response.setCharacterEncoding("UTF-8");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(page.body());
                response.finishResponse();
            }
        } catch (IOException closed) {
            log.debug("client went away: {}", closed.getMessage());
        }
    }
}

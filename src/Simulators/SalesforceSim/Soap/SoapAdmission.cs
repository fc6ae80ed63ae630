using System.Xml;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>The checks before a SOAP call: method, version, envelope, operation, session. Each writes its fault and returns false.</summary>
internal static class SoapAdmission
{
    // SOAP API Developer Guide, "API Request Limits": 50 MB.
    private const int LargestBody = 50 * 1024 * 1024;
    private const string Illegal = "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session hash";

    /// <param name="org">The org.</param>
    /// <param name="call">The call; its session and operation are set.</param>
    /// <param name="costs">The call counts against the requests of the day.</param>
    public static bool Enter(SalesforceOrg org, SimCall call, out bool costs)
    {
        costs = true;
        if (!HttpMethods.IsPost(call.Http.Request.Method))
        {
            call.Status = StatusCodes.Status405MethodNotAllowed;
            call.Http.Response.Headers.Allow = "POST";
            call.ContentType = "text/plain;charset=UTF-8";
            call.AddCode("METHOD_NOT_ALLOWED");
            new XmlOutput(call.Raw).Raw("Only POST allowed");
            return false;
        }

        if (call.Http.GetEndpoint() is null || SoapPath.Kind(call) is not ("u" or "c"))
        {
            if (SoapPath.Kind(call) is "m" or "T")
            {
                call.RefuseNotSimulated($"/services/Soap/{SoapPath.Kind(call)} (metadata and tooling by SOAP)");
            }
            else
            {
                call.Refuse(StatusCodes.Status404NotFound, "NOT_FOUND", "The requested resource does not exist");
            }

            return false;
        }

        if (!SoapPath.IsServed(org, call))
        {
            SoapFault.Write(call, "UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL");
            return false;
        }

        return TryRead(call, out var request) && CheckOperation(call, request!) && CheckSession(org, call, request!, ref costs);
    }

    /// <summary>The user that a call's session or login is of, for fault rules; empty for none.</summary>
    public static string ClientOf(SalesforceOrg org, SimCall call)
    {
        try
        {
            var request = SoapRequest.Read(call);
            return request is null ? "" : org.Sessions.Find(request.SessionId)?.Username ?? (request.Operation.Name == "login" ? request.Operation.TextOf("username") ?? "" : "");
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static bool TryRead(SimCall call, out SoapRequest? request)
    {
        request = null;
        if (!call.Http.Request.Headers.ContainsKey("SOAPAction"))
        {
            SoapFault.Write(call, "soapenv:Client", "SOAPAction HTTP header missing");
            return false;
        }

        if (call.Body.Length > LargestBody)
        {
            SoapFault.Write(call, "EXCEEDED_MAX_SIZE_REQUEST", "Maximum size of request reached. Maximum size of request is 52428800 bytes.");
            return false;
        }

        try
        {
            request = SoapRequest.Read(call);
        }
        catch (XmlException problem)
        {
            SoapFault.Write(call, "soapenv:Client", "Failed to parse the request: " + problem.Message);
            return false;
        }

        if (request is null)
        {
            SoapFault.Write(call, "soapenv:Client", "The request is no SOAP envelope with an operation in its body.");
            return false;
        }

        call.Http.Features.Set(request);
        return true;
    }

    private static bool CheckOperation(SimCall call, SoapRequest request)
    {
        var operation = request.Operation;
        if (operation.Namespace == SoapPath.Namespace(call) && SoapOperations.IsKnown(operation.Name))
        {
            call.Operation = operation.Name;
            return operation.Name != "login" || SoapPath.HasLogin(call) || RefuseOperation(call, operation);
        }

        return RefuseOperation(call, operation);
    }

    private static bool RefuseOperation(SimCall call, SoapNode operation)
    {
        SoapFault.Write(call, "soapenv:Client", $"No operation available for request {{{operation.Namespace}}}{operation.Name}, please check the WSDL for the service.");
        return false;
    }

    private static bool CheckSession(SalesforceOrg org, SimCall call, SoapRequest request, ref bool costs)
    {
        if (request.Operation.Name == "login")
        {
            costs = org.Switches.SoapLoginCounts;
            return true;
        }

        if (!org.Sessions.TryUse(request.SessionId, call.At, out var session))
        {
            SoapFault.Write(call, "INVALID_SESSION_ID", Illegal);
            return false;
        }

        call.Client = session.Username;
        call.Session = session;
        if (!session.AllowsApi)
        {
            SoapFault.Write(call, "INVALID_SESSION_ID", "This session is not valid for use with the API");
            return false;
        }

        if (!(session.Account ??= org.SignIn.Account(session.User)).ApiEnabled)
        {
            SoapFault.Write(call, "API_CURRENTLY_DISABLED", "API is disabled for this User");
            return false;
        }

        return true;
    }
}
